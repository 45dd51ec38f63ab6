import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { nextOf, overriddenBy, previousOf } from './siblings.ts';

const line = (instruction?: { node: { line: number } }) => instruction?.node.line;

const dockerfile = dockerfileOf(`ARG A
ARG B
FROM a
RUN one
ONBUILD RUN two
ONBUILD RUN three
RUN four
ONBUILD RUN five
FROM b
RUN six
`);

test('neighbours are of the same stage', () => {
  const [one, , , four] = [0, 1, 2, 3].map((number) => instructionOf(dockerfile, 'run', number));
  expect(line(previousOf(one!))).toBeUndefined();
  expect(line(nextOf(one!))).toBe(5);
  expect(line(previousOf(four!))).toBe(6);
  expect(line(previousOf(instructionOf(dockerfile, 'run', 5)))).toBeUndefined();
  expect(line(nextOf(instructionOf(dockerfile, 'onbuild', 2)))).toBeUndefined();
});

test('those before FROM are neighbours of one another', () => {
  expect(line(nextOf(instructionOf(dockerfile, 'arg')))).toBe(2);
  expect(line(nextOf(instructionOf(dockerfile, 'arg', 1)))).toBeUndefined();
});

test('triggers are neighbours where their ONBUILDs are', () => {
  const [, two, three, , five] = [0, 1, 2, 3, 4].map((number) => instructionOf(dockerfile, 'run', number));
  expect(line(nextOf(two!))).toBe(6);
  expect(line(previousOf(three!))).toBe(5);
  expect(line(nextOf(three!))).toBeUndefined();
  expect(line(previousOf(five!))).toBeUndefined();
});

describe('overridden by', () => {
  const overriding = (text: string, keyword: string, number = 0) =>
    line(overriddenBy(instructionOf(dockerfileOf(text), keyword, number)));

  test('the next of its kind in the stage', () => {
    const text = 'FROM a\nCMD a\nENTRYPOINT b\nCMD c\nCMD d\n';
    expect([0, 1, 2].map((number) => overriding(text, 'cmd', number))).toEqual([4, 5, undefined]);
    expect(overriding(text, 'entrypoint')).toBeUndefined();
  });

  test('not by another stage, a trigger or what may repeat', () => {
    expect(overriding('FROM a\nCMD a\nFROM b\nCMD c\n', 'cmd')).toBeUndefined();
    expect(overriding('FROM a\nCMD a\nONBUILD CMD c\n', 'cmd')).toBeUndefined();
    expect(overriding('FROM a\nONBUILD CMD a\nONBUILD CMD c\n', 'cmd')).toBe(3);
    expect(overriding('FROM a\nRUN a\nRUN c\n', 'run')).toBeUndefined();
  });
});
