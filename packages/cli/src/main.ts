import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import { suggest } from '@dockwarden-internal/syntax';
import { columns, commandHelp } from './arguments/help.ts';
import { parseArguments } from './arguments/parse-arguments.ts';
import { commands } from './commands/registry.ts';
import type { Io } from './io.ts';

/** Runs the command line; the result is the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    await io.error(overview(io));
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(rest, io);
  if (name === '--version' || name === '-v' || name === 'version') return print(`${io.version}\n`, io);
  const command = commands().find((each) => each.spec.name === name);
  if (!command) return unknownCommand(name, io);
  const parsed = parseArguments(command.spec, rest);
  if ('help' in parsed) return print(commandHelp(command.spec, io.columns), io);
  if ('fault' in parsed) {
    return refuse(oneLine(parsed.fault), io);
  }
  return command.run({ ...parsed, io });
}

async function help([name, ...more]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return print(overview(io), io);
  if (more.length > 0) return refuse('help takes one command: dockwarden help lint', io);
  const command = commands().find((each) => each.spec.name === name);
  return command ? print(commandHelp(command.spec, io.columns), io) : unknownCommand(name, io);
}

async function unknownCommand(name: string, io: Io): Promise<number> {
  const names = commands().map((command) => command.spec.name);
  const near = suggest(name, names);
  const quoted = oneLine(JSON.stringify(name));
  if (name.startsWith('-'))
    return refuse(
      `the command comes first, such as dockwarden lint, not ${quoted}; commands are ${names.join(', ')}`,
      io,
    );
  if (!near && existsSync(resolve(io.cwd, name)))
    return refuse(`there is no command ${quoted}; dockwarden lint PATH lints a file or folder`, io);
  return refuse(
    `there is no command ${quoted}${near ? `: did you mean ${near}?` : `; commands are ${names.join(', ')}`}`,
    io,
  );
}

async function refuse(sentence: string, io: Io): Promise<number> {
  await io.error(`dockwarden: ${sentence}\n`);
  return 2;
}

async function print(text: string, io: Io): Promise<number> {
  await io.out(text);
  return 0;
}

function overview({ version, columns: width }: Io): string {
  const rows = commands().map(({ spec }): [string, string] => [spec.name, spec.summary]);
  return [
    `dockwarden ${version}: policy-as-code for the Dockerfiles and Compose files of a monorepo.`,
    '',
    'Usage: dockwarden COMMAND [options]',
    '',
    'Commands:',
    ...columns(rows, width),
    '',
    'Examples:',
    ...columns(
      [
        ['dockwarden lint', 'every Dockerfile and Compose file of the workspace'],
        ['dockwarden lint --fix', 'the same, and the safe fixes applied'],
        ['dockwarden explain image/non-root', 'why a policy is there'],
      ],
      width,
    ),
    '',
    'dockwarden help COMMAND says more of a command.',
    '',
  ].join('\n');
}
