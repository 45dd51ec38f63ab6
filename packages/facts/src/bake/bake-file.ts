import {
  type HclEntry,
  type HclFault,
  type HclValue,
  parseHcl,
  parseHclJson,
  type SourceText,
} from '@dockwarden-internal/syntax';

/** Values by name of the attribute. */
export type Attributes = ReadonlyMap<string, HclValue>;

/** What a Bake file declares, by name; in JSON as in HCL. Source: Bake file reference. */
export interface BakeFile {
  readonly source: SourceText;
  readonly target: ReadonlyMap<string, Attributes>;
  readonly group: ReadonlyMap<string, Attributes>;
  readonly variable: ReadonlyMap<string, Attributes>;
  readonly fault?: HclFault;
}

const KINDS = ['target', 'group', 'variable'] as const;
type Kind = (typeof KINDS)[number];

export function readBakeFile(source: SourceText): BakeFile {
  const read = source.path.endsWith('.json') ? fromJson(source) : fromHcl(source);
  const declared: Record<Kind, Map<string, Map<string, HclValue>>> = {
    target: new Map(),
    group: new Map(),
    variable: new Map(),
  };
  // Of half a file nothing is taken: what is missing may be what counts.
  for (const { kind, name, attributes } of read.fault ? [] : read.declarations) {
    const known = declared[kind].get(name) ?? new Map<string, HclValue>();
    for (const { key, value } of attributes) known.set(key, value);
    declared[kind].set(name, known);
  }
  return { source, ...declared, ...(read.fault && { fault: read.fault }) };
}

interface Declarations {
  readonly declarations: readonly {
    readonly kind: Kind;
    readonly name: string;
    readonly attributes: readonly HclEntry[];
  }[];
  readonly fault?: HclFault;
}

function fromHcl(source: SourceText): Declarations {
  const { body, fault } = parseHcl(source);
  const declarations = body.blocks.flatMap(({ type, labels: [name], body: { attributes } }) =>
    isKind(type) && name !== undefined ? [{ kind: type, name, attributes }] : [],
  );
  return { declarations, ...(fault && { fault }) };
}

function fromJson(source: SourceText): Declarations {
  const { entries, fault } = parseHclJson(source);
  const declarations = entries.flatMap(({ key, value }) => {
    if (!isKind(key) || value.kind !== 'map') return [];
    return value.entries.flatMap(({ key: name, value: attributes }) =>
      attributes.kind === 'map' ? [{ kind: key, name, attributes: attributes.entries }] : [],
    );
  });
  return { declarations, ...(fault && { fault }) };
}

function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word);
}
