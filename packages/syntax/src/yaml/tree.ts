import type { SyntaxFault } from '../dockerfile/tree.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/**
 * A YAML 1.2 file as plain, located data. Scalars are read as Compose reads them (go-yaml 3): the core schema, and
 * `0440` is octal. Aliases and merge keys are resolved; what came through one says so.
 */
export interface YamlTree {
  readonly source: SourceText;
  /** The first document's root; a null scalar where the file holds nothing. */
  readonly root: YamlNode;
  /** Every document of the file, in order; at least one. */
  readonly documents: readonly YamlNode[];
  readonly comments: readonly YamlComment[];
  /** Every alias as written, in order. */
  readonly aliases: readonly YamlAlias[];
  readonly faults: readonly YamlFault[];
}

export type YamlNode = YamlMap | YamlList | YamlScalar;

interface YamlBase {
  readonly source: SourceText;
  /** Of the value itself: anchor, tag, trailing comment and line break are not part of it. Empty for a value not written. */
  readonly span: Span;
  /** As written: `!reset`, `!!str`. */
  readonly tag?: string;
  readonly anchor?: string;
  /** The alias that leads here; `span` is then the place of the anchor's value. */
  readonly via?: Span;
}

export interface YamlMap extends YamlBase {
  readonly kind: 'map';
  /** In order, own and merged; an own key hides a merged one. */
  readonly entries: readonly YamlEntry[];
  /** The `<<` entries as written. */
  readonly merges: readonly YamlEntry[];
  readonly flow: boolean;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** From the key (its anchor or `?` included) to the end of the value. */
  readonly span: Span;
  /** True where a merge key brought it; the spans are then those of the map that was merged. */
  readonly merged?: true;
}

export interface YamlList extends YamlBase {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  /** From each item's dash, anchor or tag to the item's end. */
  readonly itemSpans: readonly Span[];
  readonly flow: boolean;
}

export interface YamlScalar extends YamlBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, quotes and block indicators included. */
  readonly text: string;
  readonly quote: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

export interface YamlComment {
  /** From `#` to the end of the line. */
  readonly span: Span;
  /** Without `#` and the blanks around. */
  readonly text: string;
}

export interface YamlAlias {
  readonly name: string;
  readonly span: Span;
}

/** A fault that has to do with a second place (the first of two equal keys) names it in `related`. */
export interface YamlFault extends SyntaxFault {
  readonly related?: Span;
}
