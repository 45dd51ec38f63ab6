import { type Kind, type Property, type PropertyType, vocabulary } from '@dockwarden-internal/facts';
import { suggest } from '@dockwarden-internal/syntax';

/** The catalogue of facts: every kind and property with type and meaning. */
export function catalogue(
  names: readonly string[],
  format: 'tree' | 'json',
): { readonly text: string } | { readonly fault: string } {
  const all = Object.values(vocabulary) as unknown as Kind[];
  const unknown = names.find((name) => !all.some((kind) => kind.name === name));
  if (unknown !== undefined) {
    const near = suggest(
      unknown,
      all.map((kind) => kind.name),
    );
    return {
      fault: `there is no kind of fact ${JSON.stringify(unknown)}${near ? `: did you mean ${near}?` : `; kinds are ${all.map((kind) => kind.name).join(', ')}`}`,
    };
  }
  const kinds = names.length === 0 ? all : all.filter((kind) => names.includes(kind.name));
  return {
    text:
      format === 'json' ? `${JSON.stringify(kinds.map(asJson), undefined, 2)}\n` : `${kinds.map(asText).join('\n')}`,
  };
}

function asText(kind: Kind): string {
  const rows = Object.entries(kind.properties).map(
    ([name, property]) => [name, typeText(property.type), property.doc] as const,
  );
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map(([name, type, doc]) => `  ${name.padEnd(widths[0]!)}  ${type.padEnd(widths[1]!)}  ${doc}`);
  return [`${kind.name}${kind.key ? ` (key: ${kind.key})` : ''}: ${kind.doc}`, ...lines, ''].join('\n');
}

function asJson(kind: Kind) {
  const properties = Object.fromEntries(
    Object.entries(kind.properties).map(([name, property]) => [
      name,
      { type: typeText(property.type), doc: property.doc, ...notes(property) },
    ]),
  );
  return {
    name: kind.name,
    doc: kind.doc,
    ...(kind.key && { key: kind.key }),
    ...(kind.source && { source: kind.source }),
    properties,
  };
}

function notes(property: Property<never>) {
  return {
    ...(property.open && { open: true }),
    ...(property.sensitive && { sensitive: true }),
    ...(property.yaml !== undefined && { yaml: property.yaml }),
  };
}

/** `string`, `stage`, `instruction[]`, `upper | lower`. */
export function typeText(type: PropertyType): string {
  switch (type.shape) {
    case 'scalar':
      return type.values ? type.values.join(' | ') : type.scalar;
    case 'scalars':
      return `${type.scalar}[]`;
    case 'fact':
      return type.kind;
    case 'facts':
      return `${type.kind}[]`;
  }
}
