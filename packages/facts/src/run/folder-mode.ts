import { covers, type ShellWord } from '@dockwarden-internal/syntax';
import type { Command } from '../model/command.ts';
import { makesFolders, namesMadeFolders } from './made-folders.ts';
import { fedBy, pathFrom } from './shell-place.ts';

/**
 * True where a command that gives permissions is seen to give them to folders alone. There the setgid bit makes new files inherit the group, and
 * the setuid bit does nothing. What is below /run is for sockets and the like of programs, and none itself. Source: GNU Coreutils, "Directories and
 * the Set-User-ID and Set-Group-ID Bits"; Filesystem Hierarchy Standard 3.0, 3.15.
 */
export function isForFolders(command: Command): boolean {
  const { reading } = command;
  if (makesFolders(reading)) return true;
  if (reading.program !== 'chmod' || reading.flags.some(({ name }) => name === '-R' || name === '--recursive'))
    return false;
  const [, ...operands] = reading.args;
  const named = operands.filter((word) => word.shown !== '{}');
  const handedOver = named.length < operands.length || operands.length === 0;
  return (!handedOver || foundFolders(command)) && named.every((word) => isFolder(command, word));
}

/** Only a folder has a slash, or a dot alone, behind its name. */
function isFolder(command: Command, word: ShellWord): boolean {
  return /(^|\/)\.{0,2}$/.test(word.shown) || namesMadeFolders(command, word) || isBelowRun(command, word);
}

function isBelowRun(command: Command, { value }: ShellWord): boolean {
  return value !== undefined && /^(\/var)?\/run\//.test(pathFrom(command, value));
}

/** True where find looks for folders alone and hands them to the command, by `-exec` or through xargs. */
function foundFolders(command: Command): boolean {
  const { siblings, shell } = command;
  return siblings.some(
    (each) => findsFolders(each) && (covers(each.shell.span, shell.span) || fedBy(each).includes(command)),
  );
}

function findsFolders({ reading: { program, flags } }: Command): boolean {
  return (
    program === 'find' &&
    flags.some(({ name, value }) => name === '-type' && value === 'd') &&
    !flags.some(({ name }) => /^-(o|or|not)$/.test(name))
  );
}
