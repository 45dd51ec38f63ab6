import { textAt } from '@dockwarden-internal/syntax';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { selfReferenceOf } from './self-reference.ts';
import { variablesOf } from './variables-of.ts';

const references = (text: string) =>
  dockerfileOf(text)
    .instructions.flatMap(variablesOf)
    .map((variable) => {
      const found = selfReferenceOf(variable);
      return typeof found === 'object' ? textAt(found.place) : found;
    });

test('a pair that names another one of its ENV', () => {
  expect(references('FROM scratch\nENV A=1 B="${A}/x"\n')).toEqual([undefined, '${A}']);
  expect(references('FROM acme/unknown\nENV A=1 B=$A\n')).toEqual([undefined, '$A']);
});

test('a name that the ENV sets twice', () => {
  expect(references('FROM scratch\nENV PATH=/a:$PATH PATH=/b:$PATH\n')).toEqual(['$PATH', '$PATH']);
});

test('setting once what is declared above is fine', () => {
  expect(references('FROM scratch\nENV PATH=/a:$PATH\n')).toEqual([undefined]);
  expect(references('FROM scratch\nARG A=1\nENV A=$A\n')).toEqual([undefined, undefined]);
  expect(references('FROM scratch\nENV A=1\nENV A=2 B=$A\n')).toEqual([undefined, undefined, undefined]);
});

test('setting a variable from itself takes what is there, or nothing', () => {
  expect(references('FROM scratch\nENV A=$A:x\n')).toEqual([undefined]);
  expect(references('FROM acme/unknown\nENV A=$A:x\n')).toEqual([undefined]);
});

test('names that are merely alike, escapes, and other instructions are none', () => {
  expect(references('FROM scratch\nENV A=1 B=$AB C=\\$A D=A\n')).toEqual([undefined, undefined, undefined, undefined]);
  expect(references('FROM scratch\nARG A=1 B=$A\n')).toEqual([undefined, undefined]);
});
