import { applyEdits, type TextEdit } from '@dockwarden-internal/syntax';
import { indentationAt, lineAbove, lineBelow } from '../source/insert-line.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { reads, type Token } from '../source/token.ts';
import { lastImport } from './bound-names.ts';

/** Where the root module begins: `@Module({` right above `class AppModule`. */
export function rootModule({ tokens }: ProgramFile): number | undefined {
  const at = tokens.findIndex((_, index) => reads(tokens, index, 'class', 'AppModule'));
  if (at < 0) return undefined;
  for (let before = at; before >= 0; before--)
    if (reads(tokens, before, '@Module', '(', '{')) {
      const between = tokens.slice(before + 1, at).some(({ kind, text }) => kind === 'word' && text === 'class');
      return between ? undefined : before;
    }
  return undefined;
}

/** The file with a module among the imports of its root module, the last of them; undefined where they are no list that is written out. */
export function withImport(file: ProgramFile, decorator: number, name: string, importLine: string): string | undefined {
  const { text, tokens } = file;
  const open = decorator + 2;
  const key = tokens.findIndex(
    ({ depth }, at) => at > open && depth === tokens[open]!.depth + 1 && reads(tokens, at, 'imports', ':'),
  );
  const inside = key > 0 && key < closing(tokens, open);
  const added = inside ? intoList(file, key + 2, name) : intoObject(file, open, name);
  if (added.length === 0) return undefined;
  const after = lastImport(tokens, true, decorator);
  const first = tokens[decorator]!.start;
  return applyEdits(text, [
    ...added,
    after ? lineBelow(text, after.end, importLine) : lineAbove(text, first, importLine),
  ]);
}

function closing(tokens: readonly Token[], open: number): number {
  const { depth } = tokens[open]!;
  const end = tokens.findIndex((token, at) => at > open && token.depth === depth && ')]}'.includes(token.text));
  return end < 0 ? tokens.length : end;
}

function intoList({ text, tokens }: ProgramFile, open: number, name: string): TextEdit[] {
  const close = closing(tokens, open);
  const last = tokens[close - 1];
  if (!reads(tokens, open, '[') || !tokens[close] || !last) return [];
  if (close === open + 1) return [insertion(last.end, name)];
  const comma = last.kind === 'sign' && last.text === ',';
  if (!tokens[close]!.first) return [insertion(last.end, comma ? ` ${name}` : `, ${name}`)];
  const indentation = indentationAt(text, tokens[open + 1]!.start);
  const line = lineBelow(text, last.end, `${indentation}${name}${comma ? ',' : ''}`);
  return comma ? [line] : [insertion(last.end, ','), line];
}

function intoObject({ text, tokens }: ProgramFile, open: number, name: string): TextEdit[] {
  const next = tokens[open + 1];
  if (!next) return [];
  if (reads(tokens, open + 1, '}')) return [insertion(tokens[open]!.end, ` imports: [${name}] `)];
  if (!next.first) return [insertion(tokens[open]!.end, ` imports: [${name}],`)];
  return [lineBelow(text, tokens[open]!.end, `${indentationAt(text, next.start)}imports: [${name}],`)];
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
