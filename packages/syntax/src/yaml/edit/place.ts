import { partitionPoint } from '../../text/partition-point.ts';
import { contentStart, type SourceText } from '../../text/source.ts';
import { covers, type Span } from '../../text/span.ts';
import type { YamlComment, YamlEntry, YamlMap, YamlNode, YamlTree } from '../tree.ts';
import type { Layout } from './emit.ts';

/** The entries of a map as they stand in the file, merge keys among them, merged ones not. */
export function writtenEntries(map: YamlMap): readonly YamlEntry[] {
  const own = map.entries.filter((entry) => !entry.merged);
  return map.merges.length === 0 ? own : [...own, ...map.merges].sort((a, b) => a.span.start - b.span.start);
}

/** True where edits may be planned: the file reads without fault, and the value stands in it at this very place. */
export function isEditable(tree: YamlTree, node: YamlNode): boolean {
  // `[a: b]` holds a map without braces, which cannot grow.
  const braced = node.kind !== 'map' || !node.flow || tree.source.text[node.span.start] === '{';
  return tree.faults.length === 0 && node.via === undefined && node.source === tree.source && braced;
}

/** True where the stretch defines an anchor that something outside of it uses. */
export function hasUsedAnchor(tree: YamlTree, span: Span): boolean {
  if (tree.aliases.length === 0) return false;
  const text = tree.source.text.slice(span.start, span.end);
  return tree.aliases.some((alias) => !covers(span, alias.span) && text.includes(`&${alias.name}`));
}

export function hasComment(tree: YamlTree, span: Span): boolean {
  const comment = commentFrom(tree, span.start);
  return comment !== undefined && comment.span.end <= span.end;
}

/** The first comment that starts at the offset or behind it. */
export function commentFrom(tree: YamlTree, offset: number): YamlComment | undefined {
  const low = partitionPoint(tree.comments, (each) => each.span.start < offset);
  return tree.comments[low];
}

export function layoutOf(tree: YamlTree): Layout {
  return { step: stepOf(tree), eol: tree.source.text.includes('\r\n') ? '\r\n' : '\n' };
}

/** How far the file indents: that of the first map within a map. */
function stepOf(tree: YamlTree): number {
  if (tree.root.kind === 'map' && !tree.root.flow) {
    for (const entry of tree.root.entries) {
      if (entry.merged || entry.value.via || entry.value.kind !== 'map' || entry.value.flow) continue;
      const step = columnOf(tree.source, entry.value.span.start) - columnOf(tree.source, entry.span.start);
      if (step > 0) return step;
    }
  }
  return 2;
}

/** Columns from 0; a byte order mark takes none. */
export function columnOf(source: SourceText, offset: number): number {
  const start = lineStart(source, offset);
  return offset - Math.max(start, contentStart(source));
}

export function lineStart(source: SourceText, offset: number): number {
  return source.text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the last character of the line, before its line break. */
export function lineEnd(source: SourceText, offset: number): number {
  const end = source.text.indexOf('\n', offset);
  if (end < 0) return source.text.length;
  return end > offset && source.text[end - 1] === '\r' ? end - 1 : end;
}

/** What stands before the offset on its line. */
export function lineHead(source: SourceText, offset: number): string {
  return source.text.slice(lineStart(source, offset), offset);
}

/**
 * Where a line can be put behind an entry or item: the end of its last line, or of the blank lines that a block
 * scalar with `+` keeps as its own.
 */
export function behind(source: SourceText, node: YamlNode, end: number): number {
  let at = lineEnd(source, end);
  if (!keepsBlankLines(node)) return at;
  for (let next = nextLine(source, at); next !== undefined; next = nextLine(source, at)) {
    const ends = lineEnd(source, next);
    if (source.text.slice(next, ends).trim() !== '' || ends === source.text.length) break;
    at = ends;
  }
  return at;
}

function nextLine(source: SourceText, at: number): number | undefined {
  const end = source.text.indexOf('\n', at);
  return end < 0 ? undefined : end + 1;
}

/** True where the value ends in a block scalar written with `+`. */
function keepsBlankLines(node: YamlNode): boolean {
  if (node.via) return false;
  if (node.kind === 'scalar') return /^[|>]\d?\+/.test(node.text);
  const last = node.kind === 'list' ? node.items.at(-1) : writtenEntries(node).at(-1)?.value;
  return last !== undefined && keepsBlankLines(last);
}
