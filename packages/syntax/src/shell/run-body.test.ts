import type { HeredocNode, InstructionNode } from '../dockerfile/tree.ts';
import { runBody } from './run-body.ts';

/** A RUN on the first line of a source, with the heredocs whose bodies follow. */
function run(source: string, ...heredocs: Partial<HeredocNode>[]): InstructionNode {
  const end = source.includes('\n') ? source.indexOf('\n') : source.length;
  const logical = {
    text: source.slice(0, end),
    offset: (at: number) => at,
    span: (start: number, stop: number) => ({ start, end: stop }),
  };
  const node = { keyword: 'run', argsStart: 4, argsEnd: end, logical, heredocs };
  return node as unknown as InstructionNode;
}

const body = (source: string, text: string) => ({
  bodySpan: { start: source.indexOf(text), end: source.indexOf(text) + text.length },
});

test('a line is itself', () => {
  const read = runBody(run('RUN a && b'), 'RUN a && b')!;
  expect(read.text).toBe('a && b');
  expect(read.locate(5, 6)).toEqual({ start: 9, end: 10 });
});

test('a lone heredoc is the script', () => {
  const source = 'RUN <<EOF\na\nb $X\nEOF\n';
  const read = runBody(run(source, { name: 'EOF', ...body(source, 'a\nb $X\n') }), source)!;
  expect(read.text).toBe('a\nb $X\n');
  expect(read.locate(2, 3)).toEqual({ start: 12, end: 13 });
  expect(read.interpreter).toBeUndefined();
});

test('leading tabs are dropped for <<-, and places still hold', () => {
  const source = 'RUN <<-EOF\n\ta\n\t\tb\n\tEOF\n';
  const read = runBody(run(source, { name: 'EOF', chomp: true, ...body(source, '\ta\n\t\tb\n') }), source)!;
  expect(read.text).toBe('a\nb\n');
  expect(read.locate(2, 3)).toEqual({ start: source.indexOf('b'), end: source.indexOf('b') + 1 });
});

test('a heredoc may name its own interpreter', () => {
  const source = 'RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n';
  const read = runBody(run(source, { name: 'EOF', ...body(source, '#!/usr/bin/env python3\nprint(1)\n') }), source)!;
  expect(read.interpreter).toMatchObject({ program: 'python3', posix: false });
});

test('heredocs of a command follow its line', () => {
  const source = 'RUN cat <<A > x && cat <<B\n1\nA\n2\nB\n';
  const heredocs = [
    { name: 'A', ...body(source, '1\n') },
    { name: 'B', ...body(source, '2\n') },
  ];
  const read = runBody(run(source, ...heredocs), source)!;
  expect(read.text).toBe('cat <<A > x && cat <<B\n1\nA\n2\nB');
  expect(read.locate(23, 24)).toEqual({ start: 27, end: 28 });
  expect(read.locate(read.text.indexOf('2'), read.text.indexOf('2') + 1)).toEqual({ start: 31, end: 32 });
});

test('exec form and an empty RUN have no body', () => {
  expect(runBody({ ...run('RUN []'), json: [] }, 'RUN []')).toBeUndefined();
  expect(runBody({ ...run('RUN '), argsStart: 4, argsEnd: 4 }, 'RUN ')).toBeUndefined();
});
