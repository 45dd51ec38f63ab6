import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { followedBy } from './followed-by.ts';

function namesBehind(text: string): (string | undefined)[] {
  const commands = commandsOf(instructionOf(dockerfileOf(`FROM debian:12\nRUN ${text}\n`), 'run'));
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
