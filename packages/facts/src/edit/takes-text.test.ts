import { argsOf, flagsOf } from '../run/command-parts.ts';
import { commandsOf } from '../run/commands.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { takesText } from './takes-text.ts';

const command = (lines: string) => commandsOf(instructionOf(dockerfileOf(`FROM node:22\n${lines}\n`), 'run'))[0]!;

test('an option that stands in the value of a variable is not replaced where the variable is used', () => {
  const npm = command('ENV FLAGS="--production --no-audit x"\nRUN npm ci $FLAGS --silent');
  expect(flagsOf(npm).map((flag) => takesText(flag, ''))).toEqual([false, false, true]);
  expect(argsOf(npm).map((word) => takesText(word, ''))).toEqual([false]);
  expect(takesText(npm, ' --omit=dev')).toBe(true);
});

test('no text goes between the strings of a JSON form', () => {
  const npm = command('RUN ["npm", "ci", "--production"]');
  expect(flagsOf(npm).map((flag) => takesText(flag, ''))).toEqual([false]);
});
