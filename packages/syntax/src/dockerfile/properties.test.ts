import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from '../text/span.ts';
import { csvFields } from './csv-fields.ts';
import { expand, expandWords } from './expand.ts';
import { type Expansion, expansions } from './expansions.ts';
import { fromParts } from './from-parts.ts';
import { DOCKERFILE_CASES } from './golden/dockerfile-cases.ts';
import { nameValues } from './name-values.ts';
import { cut, treeOf } from './testing.ts';
import type { DockerfileTree, InstructionNode } from './tree.ts';
import { unquote } from './unquote.ts';
import { jsonOrWords, wordsOf } from './words.ts';

const SHORT = DOCKERFILE_CASES.map((each) => each.text).filter((text) => text.length < 1000);
const PIECES = [...new Set(SHORT.flatMap((text) => text.split(/(\s+|<<|["'\\`$={}[\],])/)))].filter(
  (piece) => piece !== '',
);

/** Two cases cut apart and glued with odd pieces between. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SHORT),
    fc.nat(),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }),
    fc.constantFrom(...SHORT),
    fc.nat(),
  )
  .map(([head, cutHead, middle, tail, cutTail]) => {
    return head.slice(0, cutHead % (head.length + 1)) + middle.join('') + tail.slice(cutTail % (tail.length + 1));
  });
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const dockerfile = fc.oneof(
  { weight: 3, arbitrary: mutated },
  soup,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

function expectInside(span: Span, outer: Span): void {
  expect([outer.start <= span.start, span.start <= span.end, span.end <= outer.end]).toEqual([true, true, true]);
}

function expectOrdered(spans: readonly Span[]): void {
  for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
}

/** What is read from one stretch of the source is that stretch, but for the line breaks that a continuation drops. */
function expectWritten(tree: DockerfileTree, text: string, span: Span): void {
  const written = cut(tree.source.text, span);
  if (!written.includes('\n')) expect(text).toBe(written);
}

function checkInstruction(tree: DockerfileTree, node: InstructionNode): void {
  const { span, logical, flags, argsStart, argsEnd, json, trigger } = node;
  expectInside(span, { start: 0, end: tree.source.text.length });
  expectWritten(tree, node.keywordText, node.keywordSpan);
  const words = wordsOf(node);
  const pairs = nameValues(node, tree.escape);
  for (const word of words) expectWritten(tree, word.text, word.span);
  for (const { name, nameSpan, value, valueSpan } of pairs) {
    expectWritten(tree, name, nameSpan);
    if (valueSpan) expectWritten(tree, value!, valueSpan);
  }
  expectWritten(tree, logical.text.slice(argsStart, argsEnd), node.argsSpan);
  const parts = [words, json ?? [], jsonOrWords(node)].map((nodes) => nodes.map((each) => each.span));
  for (const spans of parts) {
    expectOrdered(spans);
    for (const each of spans) expectInside(each, node.argsSpan);
  }
  expectOrdered([node.keywordSpan, ...flags.map((flag) => flag.span), node.argsSpan]);
  for (const flag of flags) {
    expectInside(flag.span, span);
    if (!flag.valueSpan) continue;
    expectInside(flag.valueSpan, flag.span);
    for (const field of csvFields(flag)) expectInside(field.span, flag.valueSpan);
  }
  expectOrdered(node.heredocs.map((heredoc) => heredoc.bodySpan));
  for (const heredoc of node.heredocs) expect(heredoc.bodySpan.start).toBeGreaterThanOrEqual(span.end);
  fromParts(node);
  if (trigger) {
    expectInside(trigger.span, node.argsSpan);
    checkInstruction(tree, trigger);
  }
}

/** Every line is a directive, a comment, blank, or part of one instruction. */
function expectCovered(tree: DockerfileTree): void {
  const { text } = tree.source;
  const lines = text.replace(/^\ufeff/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const taken = new Set<number>();
  for (const { line, endLine } of tree.instructions) {
    for (let at = line; at <= endLine; at++) {
      expect(taken.has(at)).toBe(false);
      taken.add(at);
    }
  }
  for (const comment of tree.comments) {
    expect(text[comment.span.start]).toBe('#');
    expect(taken.has(comment.line)).toBe(comment.inside);
    taken.add(comment.line);
  }
  tree.directives.forEach((_, i) => {
    taken.add(i + 1);
  });
  lines.forEach((line, i) => {
    if (!taken.has(i + 1)) expect(line.replace(/[\s\u0085]/g, '')).toBe('');
  });
}

test('any text is read: nothing crashes, spans are inside and in order, and every line has its place', () => {
  fc.assert(
    fc.property(dockerfile, (text) => {
      const tree = treeOf(text);
      expectOrdered(tree.instructions.map((node) => node.span));
      expectOrdered(tree.comments.map((comment) => comment.span));
      for (const node of tree.instructions) checkInstruction(tree, node);
      for (const fault of tree.faults) {
        expectInside(fault.span, { start: 0, end: text.length });
        expect(fault.message).toMatch(/^.{16,400}$/);
        expect(fault.code).toMatch(/^syntax\/[a-z-]+$/);
      }
      expectCovered(tree);
    }),
    { numRuns: 3000 },
  );
});

function checkExpansions(found: readonly Expansion[], text: string, outer: Span): void {
  expectOrdered(found);
  for (const each of found) {
    expectInside(each, outer);
    expect(text[each.start]).toBe('$');
    expect(cut(text, each)).toContain(each.name);
    if (each.word !== undefined) expect(text.startsWith(each.word, each.wordStart)).toBe(true);
    checkExpansions(each.nested, text, each);
  }
}

const shellPieces = [
  '$',
  '${',
  '}',
  'A',
  ':-',
  ':+',
  '#',
  '%',
  '/',
  '//',
  '*',
  '?',
  '"',
  "'",
  '\\',
  ' ',
  '<<',
  'x',
  'é',
  '😀',
  '\ufeff',
];
const shellText = fc.oneof(
  fc.array(fc.constantFrom(...shellPieces), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme' }),
);

test('any word is expanded or refused, and its variables are where they are said to be', () => {
  fc.assert(
    fc.property(
      shellText,
      fc.constantFrom('\\', '`'),
      fc.constantFrom('a', '', undefined, null),
      (text, escapeChar, value) => {
        checkExpansions(expansions(text, escapeChar), text, { start: 0, end: text.length });
        const expanded = expand(text, escapeChar, () => value);
        const { words } = expandWords(text, escapeChar, () => value);
        expect(words === undefined).toBe(expanded.value === undefined);
        if (value !== null && expanded.failure === undefined) expect(expanded.value).toBeDefined();
        unquote(text, escapeChar);
      },
    ),
    { numRuns: 3000 },
  );
});

test('unquoting a text without variables is expanding it', () => {
  fc.assert(
    fc.property(shellText, fc.constantFrom('\\', '`'), (text, escapeChar) => {
      const plain = text.replaceAll('$', '').replace(/^\ufeff+/, '');
      const { value } = expand(plain, escapeChar, () => undefined);
      if (value !== undefined) expect(unquote(plain, escapeChar)).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a line without end', `RUN ${'x '.repeat(200_000)}`],
  ['many continuations', `RUN a ${'\\\n b '.repeat(50_000)}`],
  ['many flags', `RUN ${'--mount=type=cache,target=/x '.repeat(20_000)}`],
  ['many quotes', `ENV ${'A="b" '.repeat(30_000)}`],
  ['many words without =', `LABEL a=b ${'c '.repeat(50_000)}`],
  ['many heredocs', `RUN ${'<<A '.repeat(5_000)}\n${'A\n'.repeat(5_000)}`],
  ['heredocs that nothing ends', `RUN ${'<<A) '.repeat(5_000)}\n${'x\n'.repeat(20_000)}`],
  ['nested braces', `RUN <<A ${'${a:-'.repeat(50_000)}`],
  ['open quotes', `RUN <<A ${'"\'<<'.repeat(50_000)}`],
  ['brackets', `CMD ${'['.repeat(100_000)}`],
  ['JSON', `CMD [${'"a\\n",'.repeat(50_000)}"b"]`],
  ['blanks', `COPY ${' '.repeat(300_000)}a${'\u00a0'.repeat(100_000)}b`],
  ['triggers', 'ONBUILD '.repeat(50_000)],
  ['unknown instructions', 'COPPYY a\n'.repeat(20_000)],
  ['glued words', `COPY ${'a./'.repeat(50_000)}`],
  ['durations', `HEALTHCHECK --interval=${'1h'.repeat(20_000)}x CMD a`],
])('%s: linear time', (_, text) => {
  const start = performance.now();
  const tree = treeOf(text);
  for (const node of tree.instructions) checkTime(node);
  expect(tree.faults).toBeDefined();
  expect(performance.now() - start).toBeLessThan(60_000);
});

function checkTime(node: InstructionNode): void {
  wordsOf(node);
  nameValues(node, '\\');
  for (const flag of node.flags) csvFields(flag);
  expansions(node.logical.text, '\\');
}
