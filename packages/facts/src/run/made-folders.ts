import { cleanPath, jsonOrWords, type ShellWord } from '@dockwarden-internal/syntax';
import type { CommandReading } from '../commands/read-command.ts';
import { memo } from '../kernel/memo.ts';
import { known } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { chainOf } from '../stage/parent.ts';
import { workdirAt, workdirOf } from '../stage/workdir.ts';
import { commandsOf } from './commands.ts';
import { pathFrom } from './shell-place.ts';

/** True where an operand names folders, each of which the stage, or one that it builds on, is seen to make. */
export function namesMadeFolders(command: Command, word: ShellWord): boolean {
  const { stage } = command.run;
  const folders = stage ? chainOf(stage).map(madeFolders) : [];
  return pathsOf(command, word).every((path) => folders.some((made) => made.has(path)));
}

/** True for a command that makes folders of its operands. */
export function makesFolders({ program, flags }: CommandReading): boolean {
  if (program === 'mkdir') return true;
  return program === 'install' && flags.some(({ name }) => name === '-d' || name === '--directory');
}

/** What mkdir, `install -d`, WORKDIR and VOLUME make, with the folders around it; what has a variable in it as written. */
const madeFolders = memo((stage: Stage): ReadonlySet<string> => {
  const folders = new Set<string>();
  for (const path of [known(workdirOf(stage)), ...stage.instructions.flatMap(madeBy)])
    for (let at = path ?? '/'; at !== '' && !folders.has(at); at = at.slice(0, at.lastIndexOf('/'))) folders.add(at);
  return folders;
});

function madeBy(instruction: Instruction): readonly (string | undefined)[] {
  switch (instruction.node.keyword) {
    case 'run':
      return [
        known(workdirAt(instruction)),
        ...commandsOf(instruction)
          .filter(({ reading }) => makesFolders(reading))
          .flatMap((command) => command.reading.args.flatMap((word) => pathsOf(command, word))),
      ];
    case 'workdir':
    case 'volume':
      return jsonOrWords(instruction.node).map(({ text }) => (text.includes('$') ? text : cleanPath(text)));
    default:
      return [];
  }
}

function pathsOf(command: Command, { value, alternatives, shown }: ShellWord): string[] {
  const paths = alternatives ?? (value === undefined ? undefined : [value]);
  return paths ? paths.map((path) => pathFrom(command, path)) : [shown.replace(/(?<=.)\/+$/, '')];
}
