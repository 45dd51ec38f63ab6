import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { followedBy, followerStretches } from './followed-by.ts';

const commandsIn = (text: string) => commandsOf(instructionOf(dockerfileOf(`FROM debian:12\nRUN ${text}\n`), 'run'));

function namesBehind(text: string): (string | undefined)[] {
  const commands = commandsIn(text);
  return followedBy(commands.find(({ reading }) => reading.name === 'a')!).map(({ reading }) => reading.name);
}

test.each([
  ['a && b; c', ['b', 'c']],
  ['a && b || true', ['b']],
  ['a || { b; exit 1; }; c', ['c']],
  ['a || b && c', ['c']],
  ['for p in x; do a; b; done; c', ['b', 'c']],
  ['if x; then a && b; else c; fi; d', ['b', 'd']],
  ['a; if b; then c; fi', ['b']],
  ['a; while b; do c; done', ['b']],
  ['a; f() { b; }', []],
  ['a; (b; c) && d', ['b', 'c', 'd']],
  ['a; b; exit 0; c', ['b', 'exit']],
  ['a; (exit 0; b); c', ['exit', 'c']],
  ['a && exec b && c', ['b']],
  ['exec a; b', []],
  ['a; x || exit 0; b', ['x', 'b']],
  ['a; find x -exec b ";"', ['find', 'b']],
])('%j: %j run as well', (text, expected) => expect(namesBehind(text)).toEqual(expected));

test.each([
  'a && b; c || d; e',
  'if a; then b && c; else d || e; fi; f; while g; do h; (i; j); done; k',
  'a; f() { b; c; }; d $(e; f) | g; h',
  'a; if b; then c; exit 0; d; fi; e; f',
  'a || { b; exit 1; }; c && d; exit; e',
  'a; (b; c) && exec d; e',
  'a; (b; exit 0); c; (exec d); e',
])('%j: the same in stretches', (text) => {
  for (const command of commandsIn(text)) {
    const stretches = followerStretches(command).flatMap(({ list, from, to }) => list.slice(from, to));
    if (!command.shell.via.includes('exec')) expect(stretches).toEqual(followedBy(command));
  }
});

test('no stretches where a shell within the body ends', () => {
  expect(commandsIn('a; (b; exit 0; c); d').flatMap(followerStretches)).toEqual([]);
});

test('the lists of stretches are those of all commands of a branch', () => {
  const lists = commandsIn('a; b; if c; then d; e; fi; f').flatMap((command) =>
    followerStretches(command).map(({ list }) => list),
  );
  expect(new Set(lists).size).toBe(2);
});
