import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { commandsOf } from './commands.ts';
import { mayHaveMoreOptions } from './options-in-variables.ts';

const command = (lines: string) => {
  const { instructions } = dockerfileOf(`FROM debian:12\n${lines}\n`).stages[0]!;
  return commandsOf(instructions.at(-1)!).at(-1)!;
};

test.each([
  ['ENV OPTS="-y  --no-install-recommends"\nRUN apt-get install $OPTS curl', '-y --no-install-recommends', 'curl'],
  ['ARG OPTS="-t bookworm curl"\nRUN apt-get install ${OPTS}', '-t', 'curl'],
  ['ENV OPTS=-y\nRUN apt-get $OPTS install curl', '-y', 'curl'],
  ['ENV OPTS=-y\nRUN OPTS=-q && apt-get install $OPTS curl', '-q', 'curl'],
  ['RUN export OPTS=-y; apt-get install $OPTS curl', '-y', 'curl'],
  ['RUN OPTS=-y true; apt-get install $OPTS curl', '', '$OPTS curl'],
  ['RUN OPTS=-y; OPTS+=" -q"; apt-get install $OPTS curl', '', '$OPTS curl'],
  ['RUN if true; then OPTS=-y; fi; apt-get install $OPTS curl', '', '$OPTS curl'],
  ['RUN (OPTS=-y); apt-get install $OPTS curl', '', '$OPTS curl'],
  ['RUN apt-get install ${OPTS:--y} curl', '-y', 'curl'],
  ['ENV OPTS=-y\nRUN apt-get install "$OPTS" curl', '', '$OPTS curl'],
  ['ENV OPTS=-y\nRUN apt-get install x$OPTS curl', '', 'x$OPTS curl'],
  ['ENV OPTS=-y\nRUN ["apt-get", "install", "$OPTS", "curl"]', '', '$OPTS curl'],
  ['ENV PACKAGES="a b"\nRUN apt-get install $PACKAGES', '', '$PACKAGES'],
])('the options of %j are %j', (lines, flags, args) => {
  const { reading } = command(lines);
  expect(reading.flags.map(({ name }) => name).join(' ')).toBe(flags);
  expect(reading.args.map(({ shown }) => shown).join(' ')).toBe(args);
});

test.each([
  ['ARG OPTS\nRUN apt-get install $OPTS curl', true],
  ['ARG X\nRUN apt-get install $X curl', true],
  ['RUN apt-get install $X curl', true],
  ['RUN for X in a b; do apt-get install $X; done', true],
  ['ARG PACKAGES_OPTS\nRUN apt-get install $PACKAGES_OPTS curl', true],
  ['ARG PKGS\nRUN apt-get $PKGS install curl', true],
  ['ARG PROD\nRUN npm ci ${PROD:+--omit=dev}', true],
  ['ARG PACKAGE\nRUN npm ci ${PACKAGE:+--omit=dev}', true],
  ['ARG FLAGS\nRUN yarn workspace api install $FLAGS', true],
  ['ARG OPTS=""\nRUN apt-get install $OPTS curl', false],
  ['ARG OPTS=-y\nRUN apt-get install $OPTS curl', false],
  ['ARG buildDeps\nRUN apt-get install $buildDeps', false],
  ['ARG BUILDDEPS\nRUN apt-get install $BUILDDEPS', false],
  ['ARG OPTS\nRUN apt-get install "$OPTS" curl', false],
  ['ARG OPTS\nRUN apt-get install curl=$OPTS', false],
  ['ARG OPTS\nRUN apt-get install -- $OPTS', false],
  ['RUN apt-get install $(cat packages)', false],
  ['RUN apt-get install curl', false],
])('more options may be given in %j: %s', (lines, expected) => {
  expect(mayHaveMoreOptions(command(lines))).toBe(expected);
});
