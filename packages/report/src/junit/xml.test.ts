import fc from 'fast-check';
import { parseXml } from '../test-support/strict-xml.ts';
import { xmlDocument } from './xml.ts';

const written = (text: string) => parseXml(xmlDocument({ name: 'a', attributes: { b: text }, content: text }));

test('an element without content, and one within another', () => {
  const content = [{ name: 'inner', attributes: { none: undefined, size: 1 } }];
  expect(xmlDocument({ name: 'outer', attributes: {}, content })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<outer>\n  <inner size="1"/>\n</outer>\n',
  );
});

test('what a document may hold comes back as it was, line breaks and tabs of attributes included', () => {
  const text = `<a href="x">&amp; 'b' ]]> c\td\r\ne \u{1F600}\uFFFD`;
  expect(written(text)).toEqual({ name: 'a', attributes: { b: text }, children: [], text });
});

test('what no document may hold is shown otherwise', () => {
  const { attributes, text } = written('\0\u001B[2J\uFFFE\uFFFF\uD800x\uDC00');
  expect(attributes['b']).toBe('\u2400\u241B[2J\uFFFD\uFFFD\uFFFDx\uFFFD');
  expect(text).toBe(attributes['b']);
});

test('any text makes a document', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(fc.oneof(units, fc.string({ unit: 'binary' })), (text) => {
      written(text);
    }),
  );
});
