import { maskOf } from './mask.ts';

const masked = (args: [string, string][], text: string) => maskOf([{ args: new Map(args) }])(text);

test('values of what looks like a secret go, in every place; others stay', () => {
  expect(
    masked(
      [
        ['NPM_TOKEN', 'sekret'],
        ['NODE_VERSION', '22.1'],
      ],
      'sekret sekret2 22.1',
    ),
  ).toBe('••• •••2 22.1');
});

test('a value that is part of another leaves nothing of it', () => {
  expect(
    masked(
      [
        ['A_TOKEN', 'abcd'],
        ['B_TOKEN', 'abcdefgh'],
      ],
      'abcdefgh',
    ),
  ).toBe('•••');
});

test('short words and placeholders are in too many sentences', () => {
  expect(
    masked(
      [
        ['A_TOKEN', 'ab'],
        ['B_TOKEN', 'true'],
      ],
      'ab true',
    ),
  ).toBe('ab true');
});
