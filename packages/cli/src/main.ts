import { suggest } from '@dockwarden-internal/syntax';
import { columns, commandHelp } from './arguments/help.ts';
import { parseArguments } from './arguments/parse-arguments.ts';
import { commands } from './commands/registry.ts';
import type { Io } from './io.ts';

/** Runs the command line; the result is the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    await io.error(overview(io.version));
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0], io);
  if (name === '--version' || name === '-v' || name === 'version') return print(`${io.version}\n`, io);
  const command = commands().find((each) => each.spec.name === name);
  if (!command) return unknownCommand(name, io);
  const parsed = parseArguments(command.spec, rest);
  if ('help' in parsed) return print(commandHelp(command.spec), io);
  if ('fault' in parsed) {
    await io.error(`dockwarden: ${parsed.fault}\n`);
    return 2;
  }
  return command.run({ ...parsed, io });
}

async function help(name: string | undefined, io: Io): Promise<number> {
  if (name === undefined) return print(overview(io.version), io);
  const command = commands().find((each) => each.spec.name === name);
  return command ? print(commandHelp(command.spec), io) : unknownCommand(name, io);
}

async function unknownCommand(name: string, io: Io): Promise<number> {
  const names = commands().map((command) => command.spec.name);
  const near = suggest(name, names);
  await io.error(
    `dockwarden: there is no command ${JSON.stringify(name)}${near ? `: did you mean ${near}?` : `; commands are ${names.join(', ')}`}\n`,
  );
  return 2;
}

async function print(text: string, io: Io): Promise<number> {
  await io.out(text);
  return 0;
}

function overview(version: string): string {
  const rows = commands().map(({ spec }): [string, string] => [spec.name, spec.summary]);
  return [
    `dockwarden ${version}: policy-as-code for the Dockerfiles and Compose files of a monorepo.`,
    '',
    'Usage: dockwarden COMMAND [options]',
    '',
    'Commands:',
    ...columns(rows),
    '',
    'Examples:',
    ...columns([
      ['dockwarden lint', 'every Dockerfile and Compose file of the workspace'],
      ['dockwarden lint --fix', 'the same, and the safe fixes applied'],
      ['dockwarden explain image/non-root', 'why a policy is there'],
    ]),
    '',
    'dockwarden help COMMAND says more of a command.',
    '',
  ].join('\n');
}
