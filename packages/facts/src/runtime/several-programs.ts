import { literalRun, type ShellCommand } from '@dockwarden-internal/syntax';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Process } from '../model/runtime.ts';
import { baseName } from './dev-server.ts';
import { passingCommands, supervisors } from './supervisors.ts';

/**
 * True where a container is made to run several programs side by side: by a supervisor, or by a shell that puts one in the background and goes
 * on with another. Unresolved where a variable or an entrypoint script decides what is started.
 */
export function startsSeveral(process: Process): Maybe<boolean> {
  const commands = process.service ? commandsOfWords(process) : process.commands.map(({ shell }) => shell);
  if (commands.some(isSupervisor) || commands.some((command, at) => staysBeside(command, commands[at - 1])))
    return true;
  return isUnsure(process.program) ? process.program : false;
}

function commandsOfWords({ words, place }: Process): readonly ShellCommand[] {
  const strings = words.flatMap(({ value }) => (typeof value === 'string' ? [{ value, span: place.span }] : []));
  return strings.length < words.length ? [] : literalRun(strings).commands;
}

function isSupervisor({ words, via }: ShellCommand): boolean {
  return [...via, ...words.slice(0, 3).map(({ value }) => baseName(value))].some(
    (name) => name !== undefined && supervisors.has(name),
  );
}

function staysBeside(command: ShellCommand, before: ShellCommand | undefined): boolean {
  return command.joinedBy === '&' && !command.substituted && isProgram(command) && !!before && isProgram(before);
}

function isProgram({ words }: ShellCommand): boolean {
  const name = baseName(words[0]?.value);
  return words.length > 0 && (name === undefined || !passingCommands.has(name));
}
