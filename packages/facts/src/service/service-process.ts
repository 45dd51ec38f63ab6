import { literalRun } from '@dockwarden-internal/syntax';
import { at } from '../compose/located.ts';
import { type CommandLine, readCommandLine } from '../compose/read/command.ts';
import { readFlag } from '../compose/read/service.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, unresolved } from '../kernel/unsure.ts';
import type { Word } from '../model/command.ts';
import type { Process } from '../model/runtime.ts';
import type { Service } from '../model/service.ts';
import { readProcess } from '../runtime/read-process.ts';
import { wordOf } from './words.ts';

/** What a service starts, where its Compose files say so (`entrypoint`, `command`); absent where it is the image's. */
export const serviceProcess = memo((service: Service): Process | undefined => {
  const { value } = service.settings;
  const entrypoint = readCommandLine(at(value, 'entrypoint'));
  const command = readCommandLine(at(value, 'command'));
  const main = entrypoint ?? command;
  if (!main) return undefined;
  const lines = [entrypoint, command].filter((line): line is CommandLine => line !== undefined);
  const words = lines.flatMap(wordsOf);
  const init = readFlag(service.settings, 'init')?.value ?? false;
  const shared = { words, commands: [], place: main.place, service };
  const started = lines.flatMap((line): (string | undefined)[] =>
    isUnsure(line.words) ? [undefined] : [...line.words],
  );
  if (started.includes(undefined)) {
    return {
      ...shared,
      program: unresolved,
      shellWrapped: unresolved,
      init,
      devServer: false,
      packageManager: unresolved,
    };
  }
  // Places inside one YAML string are not worked out: the whole of it is meant.
  const strings = (started as string[]).map((word) => ({ value: word, span: main.place.span }));
  const { program, shellWrapped, devServer, packageManager, init: ownInit } = readProcess(literalRun(strings), false);
  return { ...shared, program, shellWrapped, init: ownInit || init, devServer, packageManager };
});

/** The words of a line stand in one YAML string; each has the place of the whole. */
function wordsOf({ form, words, settings, place }: CommandLine): readonly Word[] {
  if (form === 'words' || isUnsure(words)) return settings.map(wordOf);
  return words.map((word) => ({ text: word, value: word, place }));
}
