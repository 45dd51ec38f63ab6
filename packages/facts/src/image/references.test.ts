import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { isByIndex, referencesOf } from './references.ts';

const references = (text: string) => referencesOf(dockerfileOf(text));
const told = (text: string) =>
  references(text).map(({ use, kind, target }) => [use, kind, typeof target === 'object' ? target.index : target]);

describe('referencesOf', () => {
  test('FROM, COPY --from and mounts, in document order, each at its word', () => {
    const text =
      'FROM node:22 AS a\nFROM a\nCOPY --from=a x y\nCOPY --from="busybox:1" x y\nRUN --mount=type=bind,from=a,target=/a --mount=type=cache,target=/b ls\n';
    expect(textsAt(references(text))).toEqual(['node:22', 'a', 'a', '"busybox:1"', 'a']);
    expect(told(text)).toEqual([
      ['from', 'image', undefined],
      ['from', 'stage', 0],
      ['copy', 'stage', 0],
      ['copy', 'image', undefined],
      ['mount', 'stage', 0],
    ]);
  });

  test('numbers name stages for COPY, those above and its own', () => {
    const text =
      'FROM a\nFROM b\nCOPY --from=0 x y\nCOPY --from=1 x y\nCOPY --from=2 x y\nRUN --mount=from=0,target=/x ls\n';
    expect(told(text).slice(2)).toEqual([
      ['copy', 'stage', 0],
      ['copy', 'stage', 1],
      ['copy', 'stage', undefined],
      ['mount', 'image', undefined],
    ]);
    expect(references(text).slice(2).map(isByIndex)).toEqual([true, true, false, false]);
  });

  test('a name that is used again is judged stage by stage', () => {
    const text = 'FROM a AS x\nFROM b AS y\nCOPY --from=x 1 2\nFROM c AS x\nCOPY --from=x 1 2\nCOPY --from=y 1 2\n';
    expect(told(text).filter(([use]) => use === 'copy')).toEqual([
      ['copy', 'stage', 0],
      ['copy', 'stage', 0],
      ['copy', 'stage', 1],
    ]);
  });

  test('its own stage, a later one, scratch', () => {
    expect(told('FROM a AS x\nCOPY --from=x 1 2\n')[1]).toEqual(['copy', 'stage', 0]);
    expect(told('FROM a\nCOPY --from=x 1 2\nFROM b AS x\n')[1]).toEqual(['copy', 'stage', undefined]);
    expect(told('FROM a\nRUN --mount=from=scratch,target=/x ls\n')[1]).toEqual(['mount', 'scratch', undefined]);
    expect(told('FROM scratch\n')).toEqual([['from', 'scratch', undefined]]);
  });

  test('a variable leaves it open what is named', () => {
    expect(told('ARG V\nFROM a AS b1\nFROM b${V}\n')[1]).toEqual(['from', unknown, unknown]);
    expect(told('FROM a\nFROM b\nCOPY --from=$X 1 2\n')[2]).toEqual(['copy', unknown, unknown]);
    expect(told('FROM a\nCOPY --from=acme/$X 1 2\n')[1]).toEqual(['copy', 'image', undefined]);
  });

  test('a trigger may name a stage of the file that builds on this one', () => {
    expect(told('FROM a\nONBUILD COPY --from=build x y\n')[1]).toEqual(['copy', unknown, unknown]);
    expect(told('FROM a\nONBUILD COPY --from=busybox:1 x y\n')[1]).toEqual(['copy', 'image', undefined]);
  });

  test('other instructions and a flag without a value name nothing', () => {
    expect(told('FROM a\nADD --from=b x y\nCOPY --from= x y\nCOPY x y\nRUN ls\n')).toHaveLength(1);
  });
});

test.each([
  ['FROM a\nCOPY --from=x 1 2\nFROM b AS X\n', true],
  ['FROM a\nRUN --mount=from=x,target=/x ls\nFROM b AS x\n', true],
  ['FROM a\nCOPY --from=1 1 2\nFROM b\n', true],
  ['FROM a\nCOPY --from=7 1 2\n', true],
  ['FROM a\nRUN --mount=from=7,target=/x ls\n', false],
  ['FROM a AS x\nFROM b\nCOPY --from=x 1 2\nFROM c AS x\n', false],
  ['FROM a AS x\nCOPY --from=x 1 2\n', false],
  ['FROM a\nCOPY --from=y 1 2\nFROM b AS x\n', false],
  ['FROM a\nONBUILD COPY --from=x 1 2\nFROM b AS x\n', false],
  ['FROM a\nONBUILD COPY --from=1 1 2\nFROM b AS x\n', false],
])('%j names what is out of reach: %p', (text, expected) => {
  const reference = referencesOf(dockerfileOf(text)).find(({ use }) => use !== 'from')!;
  expect(reference.outOfReach === true).toBe(expected);
  if (expected) expect([reference.image, isByIndex(reference)]).toEqual([undefined, false]);
});
