import { expect, test } from '@jest/globals';
import { treeOf } from './testing.ts';

const FILE = `# syntax=docker/dockerfile:1
ARG NODE=22
FROM node:\${NODE} AS build
# install
RUN --mount=type=cache,target=/root/.npm \\
    npm ci && \\
    npm run build
COPY --from=tools ["a b", "/c/"]

ONBUILD RUN <<EOF
echo hi
EOF
CMD ["node", "main.js"]
`;

test('a whole file', () => {
  const { instructions, directives, comments, faults } = treeOf(FILE);
  expect(instructions.map(({ keyword, line, endLine }) => [keyword, line, endLine])).toEqual([
    ['arg', 2, 2],
    ['from', 3, 3],
    ['run', 5, 7],
    ['copy', 8, 8],
    ['onbuild', 10, 12],
    ['cmd', 13, 13],
  ]);
  expect(directives).toHaveLength(1);
  expect(comments).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('faults are worked out once', () => {
  const tree = treeOf('RUN a\n');
  expect(tree.faults).toBe(tree.faults);
});

test('a tree can be written as JSON', () => {
  expect(JSON.parse(JSON.stringify(treeOf(FILE))).instructions).toHaveLength(6);
});

test('a fault stops nothing', () => {
  const tree = treeOf('# escape=x\nFROM\nFOO\nCMD [1]\nENV A=1 B\nRUN <<EOF>x\nEOF\nUSER b\n');
  expect(tree.instructions.at(-1)!.keyword).toBe('user');
  expect(tree.faults.map((fault) => fault.code)).toEqual([
    'syntax/escape-directive',
    'syntax/from-arguments',
    'syntax/unknown-instruction',
    'syntax/json-strings',
    'syntax/name-value',
    'syntax/heredoc-unterminated',
  ]);
});
