import { statementEnd } from '../source/statement-end.ts';
import { reads, type Token } from '../source/token.ts';

/** Names that a file gives to a package, or to what it exports under one of `exports`: `import a, { b as c } from 'x'`, `const a = require('x')`. */
export function boundNames(tokens: readonly Token[], from: string, exports: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  tokens.forEach((token, at) => {
    if (token.kind !== 'string' || token.text !== from) return;
    if (reads(tokens, at - 1, 'from')) addAll(tokens, importAt(tokens, at), at - 1);
    if (reads(tokens, at - 3, '=', 'require', '(')) addAll(tokens, declarationAt(tokens, at - 3), at - 3);
  });
  return names;

  function addAll(all: readonly Token[], start: number, end: number): void {
    const braces = all.slice(start, end).findIndex(({ text }) => text === '{');
    const plain = braces < 0 ? end : start + braces;
    for (const { kind, text } of all.slice(start + 1, plain))
      if (kind === 'word' && text !== 'as' && text !== 'type') names.add(text);
    for (let at = plain; at < end; at++) {
      if (!exports.includes(all[at]!.text) || all[at]!.kind !== 'word') continue;
      const renamed = reads(all, at + 1, 'as') || reads(all, at + 1, ':') ? all[at + 2] : undefined;
      names.add((renamed ?? all[at]!).text);
    }
  }
}

/** Where the import begins that names the package at `at`. */
function importAt(tokens: readonly Token[], at: number): number {
  for (let start = at; start >= 0 && start > at - 400; start--) if (reads(tokens, start, 'import')) return start;
  return at;
}

function declarationAt(tokens: readonly Token[], equals: number): number {
  for (let start = equals; start >= 0 && start > equals - 40; start--)
    if (['const', 'let', 'var', 'import'].some((word) => reads(tokens, start, word))) return start;
  return equals;
}

/** The last token of the last import or require at the top of a file, before the token `before`; undefined where there is none. */
export function lastImport(tokens: readonly Token[], esm: boolean, before: number): Token | undefined {
  let last: Token | undefined;
  for (let at = 0; at < before; at++) {
    const token = tokens[at]!;
    if (token.depth > 0 || !token.first || token.kind !== 'word') continue;
    const starts = esm
      ? token.text === 'import' && !reads(tokens, at + 1, '(') && !reads(tokens, at + 1, '.')
      : ['const', 'let', 'var'].includes(token.text);
    if (!starts) continue;
    const end = statementEnd(tokens, at);
    if (end === undefined || end >= before) continue;
    if (esm || tokens.slice(at, end).some((_, index) => reads(tokens, at + index, 'require', '(', '')))
      last = tokens[end];
    at = end;
  }
  return last;
}
