import type { LogsValues } from '../options/day-to-day-options.ts';
import { type Container, containersOf } from './containers.ts';
import { type DayOutcome, ended, type ImageRequest, PROGRAMS, type Programs } from './day-request.ts';
import { noContainer } from './no-container.ts';
import { openImage } from './open-image.ts';

export interface LogsRequest extends ImageRequest {
  readonly values: LogsValues;
}

/** Shows what the container of an image says, and goes on with it until it ends or somebody asks to stop. */
export async function imageLogs(request: LogsRequest, { run, attach }: Programs = PROGRAMS): Promise<DayOutcome> {
  const { values, seat } = request;
  const opened = await openImage({ ...request, ...(values.config !== undefined && { config: values.config }) });
  if (!('image' in opened)) return ended(opened.root, opened.diagnostics);
  const { image, root } = opened;
  if (values.since !== undefined && !/^\d[\w:.+-]*$/.test(values.since)) {
    const message = `--since is a time such as 10m, 2h or 2026-01-31T08:00:00, not ${JSON.stringify(values.since)}`;
    return ended(root, [{ code: 'arguments/wrong', message, exit: 2 }]);
  }
  const containers = await containersOf(run, opened);
  if ('code' in containers) return ended(root, [containers]);
  const [container] = containers;
  if (!container) return ended(root, [noContainer(image.name)]);
  const { code, interrupted } = await attach('docker', logsArguments(container, values), {
    input: false,
    terminal: seat.isTerminal,
    onSignal: seat.onSignal,
  });
  return { exitCode: interrupted ? 130 : code, diagnostics: [], root };
}

function logsArguments({ id }: Container, { follow, tail, since, timestamps }: LogsValues): string[] {
  return [
    ...['container', 'logs'],
    ...(follow === false ? [] : ['--follow']),
    ...(tail === undefined ? [] : ['--tail', String(tail)]),
    ...(since === undefined ? [] : ['--since', since]),
    ...(timestamps ? ['--timestamps'] : []),
    ...['--', id],
  ];
}
