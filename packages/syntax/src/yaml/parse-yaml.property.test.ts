import fc from 'fast-check';
import { sourceText } from '../text/source.ts';
import { parseYaml } from './parse-yaml.ts';
import type { YamlNode } from './tree.ts';

const pieces = [
  'a',
  'b: ',
  '- ',
  '? ',
  ': ',
  '\n',
  '\n  ',
  '\n    ',
  '\t',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '|',
  '>',
  '+',
  '-',
];
const more = [
  '&a ',
  '*a',
  '<<: ',
  '!reset ',
  '!!int ',
  '# x',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '\r\n',
  '\ufeff',
  '\u0000',
  '\ud800',
  '💡',
  '0440',
  '~',
];
const text = fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }).map((parts) => parts.join(''));

test('any text reads without a crash, and every place lies in it', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), (input) => {
      const tree = parseYaml(sourceText('x.yaml', input));
      const inside = (span: { start: number; end: number }) => {
        expect(0 <= span.start && span.start <= span.end && span.end <= input.length).toBe(true);
      };
      const visit = (node: YamlNode): void => {
        inside(node.span);
        if (node.via) inside(node.via);
        if (node.kind === 'scalar' && node.text !== '')
          expect(input.slice(node.span.start, node.span.end)).toBe(node.text);
        if (node.kind === 'list') node.items.forEach(visit);
        if (node.kind === 'list') node.itemSpans.forEach(inside);
        if (node.kind === 'map') for (const entry of [...node.entries, ...node.merges]) visitEntry(entry);
      };
      const visitEntry = (entry: { key: YamlNode; value: YamlNode; span: { start: number; end: number } }) => {
        inside(entry.span);
        visit(entry.key);
        visit(entry.value);
      };
      tree.documents.forEach(visit);
      for (const fault of tree.faults) inside(fault.span);
      for (const comment of tree.comments) expect(input[comment.span.start]).toBe('#');
    }),
    // A key that is an alias and has no value ends behind the alias, not behind what it stands for.
    { numRuns: 4000, examples: [['&a <<: ? *a'], ['x: &a y\n? *a\n'], ['- |&a [']] },
  );
});
