import { memo } from '../kernel/memo.ts';
import type { ComposeFile } from '../model/service.ts';
import type { Fault } from '../model/text.ts';

/** What `docker compose` would refuse in a file: faults of the models that it belongs to which stand in it. */
export const composeFaultsOf = memo((file: ComposeFile): readonly Fault[] => {
  const seen = new Set<string>();
  return file.world.composes
    .filter((compose) => compose.files.includes(file))
    .flatMap((compose) => compose.model.faults)
    .filter((fault) => fault.place.source === file.source)
    .filter((fault) => {
      const key = `${fault.code} ${fault.place.span.start}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .map(
      (fault): Fault => ({
        tool: 'compose',
        code: fault.code,
        level: 'error',
        text: fault.message,
        aliases: [],
        place: fault.place,
      }),
    );
});
