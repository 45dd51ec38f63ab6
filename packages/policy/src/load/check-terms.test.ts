import { vocabulary } from '@dockwarden-internal/facts';
import { positionAt, sourceText } from '@dockwarden-internal/syntax';
import { platformPattern } from '../pattern.ts';
import { checkTerms } from './check-terms.ts';
import { loadPolicy } from './load-policy.ts';
import { loadTerms } from './load-terms.ts';

const head = 'dockwarden: terms/v1\nid: house\nterms:\n';

/** `LINE:COLUMN message (hint)` of each fault of a file of terms. */
function faults(body: string): string[] {
  const loaded = loadTerms(sourceText('house.terms.yaml', head + body));
  const around = { vocabulary, compilePattern: platformPattern, sharedTerms: loaded.terms };
  return [...loaded.diagnostics, ...checkTerms(loaded, around)].map(({ message, hint, place, exit }) => {
    expect(exit).toBe(2);
    const { line, column } = positionAt(place!.source, place!.span.start);
    return `${line}:${column} ${message}${hint ? ` (${hint})` : ''}`;
  });
}

test.each([
  '  apt-install: { name: [apt-get, apt], subcommand: install }\n',
  '  ships: { final: true }\n  quiet: { not: { is: house/ships } }\n',
  '  either: { any: [{ keyword: copy }, { keyword: add }] }\n',
])('what fits some kind of fact is right: %j', (body) => expect(faults(body)).toEqual([]));

test.each([
  ['  a: { nam: x }\n', '4:8 `nam` does not exist on any kind of fact (did you mean `name`?)'],
  ['  a: { any: [{ finl: true }] }\n', '4:16 `finl` does not exist on any kind of fact (did you mean `final`?)'],
  ['  a: { final: 3 }\n', '4:15 3 is not true or false'],
  ['  a: { is: b }\n  b: { final: true }\n', '4:12 there is no term `b` (did you mean `house/b`?)'],
  ['  a: { is: house/c }\n', '4:12 there is no term `house/c` (did you mean `house/a`?)'],
  ['  A: { final: true }\n', '4:3 `A`: a term is named in lower case, with dashes, such as apt-install'],
  ['  a: {}\n', expect.stringMatching(/^4:3 an empty condition says nothing/)],
])('%j is refused', (body, message) => expect(faults(body)).toEqual([message]));

test('a ring of terms is named with its way round', () =>
  expect(faults('  a: { is: house/b }\n  b: { is: house/a }\n')).toEqual([
    '4:12 the term `house/a` is defined by itself: house/a → house/b → house/a',
    '5:12 the term `house/b` is defined by itself: house/b → house/a → house/b',
  ]));

test('a term that is about another kind is told where it is used', () => {
  const text = `dockwarden: policy/v1
id: house/p
title: t
category: c
severity: error
why: w
on: stage
where: { is: house/apt }
require: { name: x }
examples: { good: ["FROM a\\n"], bad: [{ code: "FROM a\\n" }] }
`;
  const source = sourceText('p.policy.yaml', text);
  const { diagnostics } = loadPolicy(source, vocabulary, platformPattern, { 'house/apt': { subcommand: 'install' } });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the term `house/apt` is not about a stage: `subcommand` does not exist on stage',
  ]);
  expect(positionAt(source, diagnostics[0]!.place!.span.start).line).toBe(8);
});
