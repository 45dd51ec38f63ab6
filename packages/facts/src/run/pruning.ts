import type { CommandReading } from '../commands/read-command.ts';
import type { Command } from '../model/command.ts';

/**
 * True for a command that cuts a workspace down to one project and what it needs, from which an install finds all it has to: `turbo prune`,
 * `pnpm deploy`, Nx's prune targets. Source: Turborepo, "prune"; pnpm, "deploy"; Nx, "@nx/js:prune-lockfile".
 */
export function isPruning({ reading }: Command): boolean {
  return prunes(reading);
}

function prunes(reading: CommandReading): boolean {
  const { program, subcommand, args, command, launched } = reading;
  const verb = subcommand?.text ?? args[0]?.shown;
  if (program === 'turbo' && verb === 'prune') return true;
  if (program === 'pnpm' && verb === 'deploy') return true;
  if (program === 'nx' && command.words.some(({ shown }) => /^(?:[\w./@-]+:)?prune(?:-lockfile)?$/.test(shown)))
    return true;
  return launched !== undefined && prunes(launched);
}
