import { unknown } from '@dockwarden-internal/facts';
import { compileToy } from './testing/compile-toy.ts';
import { type Book, source } from './testing/toy-vocabulary.ts';

function render(message: string, book: Book): string {
  const { checks, problems } = compileToy({ forbid: { lent: true }, message });
  expect(problems).toEqual([]);
  return checks[0]!.message!.render({ on: book, self: book, bound: new Map(), missing: ['a', 'b'] });
}

test('paths, roots and filters', () => {
  expect(render('{{ title }} of {{ self.pages }}', { title: 'Emma', pages: 3 })).toBe('Emma of 3');
  expect(render('{{ title | code }} {{ title | upper }} {{ title | quote }}', { title: 'Emma' })).toBe(
    '`Emma` EMMA "Emma"',
  );
  expect(render('{{ authors | list }}', { authors: [{ name: 'A' }, { name: 'B' }] })).toBe('A, B');
  expect(render('{{ missing | quote | list }}', {})).toBe('"a", "b"');
  expect(render('LABEL {{ missing | pairs }}', {})).toBe('LABEL a="" b=""');
  expect(render('x{{ sequel.title | hint }}', {})).toBe('x');
});

test('absent prints (none), unknown its source, a secret a mask', () => {
  expect(render('{{ title }}', {})).toBe('(none)');
  expect(render('{{ title }}', { title: unknown, at: 6 })).toBe(source.text.slice(6, 10));
  expect(render('{{ secret }}', { title: 'hunter2' })).toBe('•••');
});
