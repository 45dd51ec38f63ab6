import type { FileSystem } from '../../kernel/file-system.ts';
import { buildWorld } from '../../root/build-world.ts';
import { commandsOf } from '../../run/commands.ts';
import { type OwnProgram, programsIn } from './own-programs.ts';

/** What the commands of a RUN are read as: program, subcommand, options, operands. */
function read(run: string, programs: readonly OwnProgram[]) {
  const fs = { read: (path: string) => (path === 'Dockerfile' ? `FROM a\nRUN ${run}\n` : undefined) };
  const world = buildWorld({
    fs: { ...fs, kind: () => undefined, list: () => [] } as unknown as FileSystem,
    workspace: { root: '/w', tool: 'folder', projects: [] },
    settings: { programs },
    files: [{ path: 'Dockerfile', kind: 'dockerfile' }],
  });
  return commandsOf(world.dockerfiles[0]!.instructions[1]!).map(({ reading }) => [
    reading.name,
    reading.program,
    reading.subcommand?.text,
    reading.flags.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)),
    reading.args.map(({ shown }) => shown),
  ]);
}

test('a wrapper is read as the program that it is like', () => {
  const programs = [{ names: ['acme-apt', 'apt-acme'], like: 'apt-get' }];
  expect(read('apt-acme -o A=b install curl', programs)).toEqual([
    ['apt-acme', 'apt-get', 'install', ['-o=A=b'], ['curl']],
  ]);
  expect(read('apt-acme -o A=b install curl', [])).toEqual([
    ['apt-acme', 'apt-acme', undefined, ['-o'], ['A=b', 'install', 'curl']],
  ]);
});

test('a program of its own: options with values, subcommands', () => {
  const programs = [{ names: ['fetcher'], valued: ['-t', '--to'], attached: ['-j'], subcommands: true }];
  expect(read('fetcher get -t /x --to=/y -j4 thing', programs)).toEqual([
    ['fetcher', 'fetcher', 'get', ['-t=/x', '--to=/y', '-j=4'], ['thing']],
  ]);
});

test('an own entry goes before the tables', () => {
  const programs = [{ names: ['curl'], valued: ['-o'], subcommands: true }];
  expect(read('curl get -o x', programs)).toEqual([['curl', 'curl', 'get', ['-o=x'], []]]);
});

test('without entries nothing is made', () => {
  expect(programsIn({})).toBe(programsIn({ programs: [] }));
});
