import {
  isUnsure,
  type Kind,
  type KindName,
  type Property,
  type Root,
  unknown,
  vocabulary,
} from '@dockwarden-internal/facts';
import { positionAt } from '@dockwarden-internal/syntax';

/** A root's facts as plain data, each fact once: where it turns up again, and what merely links back, it is named by its key. */
export function factTree(root: Root): unknown {
  return describe(root.kind, root.node, new Set(), 0);
}

/** Links that lead up or across are named, not followed. */
const deepest = 12;

export function describe(kindName: KindName, node: object, seen: Set<object>, depth: number): unknown {
  const kind = vocabulary[kindName] as unknown as Kind;
  if (seen.has(node) || depth > deepest) return label(kind, node);
  seen.add(node);
  const facts: Record<string, unknown> = {};
  const place = kind.place(node as never);
  if (place) {
    const { line, column } = positionAt(place.source, place.span.start);
    facts['at'] = `${line}:${column}`;
  }
  // Collections first, so that a fact is spelled out where it lives and named where it is linked.
  const entries = Object.entries(kind.properties);
  for (const [name, property] of entries.filter(([, each]) => each.type.shape === 'facts'))
    set(facts, name, readValue(property, node, seen, depth));
  for (const [name, property] of entries.filter(([, each]) => each.type.shape !== 'facts'))
    set(facts, name, readValue(property, node, seen, depth));
  return inDeclaredOrder(
    facts,
    entries.map(([name]) => name),
  );
}

function set(facts: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined && !(Array.isArray(value) && value.length === 0)) facts[name] = value;
}

function inDeclaredOrder(facts: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const ordered: Record<string, unknown> = 'at' in facts ? { at: facts['at'] } : {};
  for (const name of names) if (name in facts) ordered[name] = facts[name];
  return ordered;
}

function readValue(property: Property<never>, node: object, seen: Set<object>, depth: number): unknown {
  const value = property.read(node as never);
  if (value === undefined) return undefined;
  if (isUnsure(value)) return value === unknown ? '(unknown)' : '(unresolved)';
  if (property.sensitive?.(node as never)) return '•••';
  const { type } = property;
  if (type.shape === 'facts')
    return (value as readonly object[]).map((each) => describe(type.kind, each, seen, depth + 1));
  if (type.shape === 'fact')
    return followed.has(type.kind)
      ? describe(type.kind, value as object, seen, depth + 1)
      : label(vocabulary[type.kind] as unknown as Kind, value as object);
  return value;
}

/** Facts that belong to the one that names them, and are spelled out there. */
const followed: ReadonlySet<KindName> = new Set([
  'image',
  'user',
  'shell',
  'process',
  'probe',
  'install',
  'build',
  'healthcheck',
  'limits',
  'logging',
  'runtime',
  'ignore',
]);

function label(kind: Kind, node: object): string {
  const key = kind.key === undefined ? undefined : kind.properties[kind.key]?.read(node as never);
  if (typeof key === 'string' || typeof key === 'number') return `→ ${kind.name} ${key}`;
  const place = kind.place(node as never);
  return place ? `→ ${kind.name} at line ${positionAt(place.source, place.span.start).line}` : `→ ${kind.name}`;
}

/** The data as an indented tree. */
export function treeText(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${String(value)}\n`;
  const lines: string[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner) && inner.every(isName)) lines.push(`${indent}${name}: ${inner.map(nameOf).join(', ')}\n`);
    else if (Array.isArray(inner)) {
      lines.push(`${indent}${name}:\n`);
      for (const item of inner)
        lines.push(
          typeof item === 'object'
            ? `${indent}  - ${treeText(item, `${indent}    `).trimStart()}`
            : `${indent}  - ${item}\n`,
        );
    } else if (typeof inner === 'object' && inner !== null)
      lines.push(`${indent}${name}:\n${treeText(inner, `${indent}  `)}`);
    else lines.push(`${indent}${name}: ${String(inner).replaceAll('\n', '\\n')}\n`);
  }
  return lines.join('');
}

/** A text, or a fact of which nothing is known but its key: such collections go on one line. */
function isName(item: unknown): boolean {
  return (
    typeof item === 'string' ||
    (typeof item === 'object' &&
      item !== null &&
      Object.keys(item).filter((key) => key !== 'at').length === 1 &&
      typeof nameOf(item) === 'string')
  );
}

function nameOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return Object.entries(item).find(([key]) => key !== 'at')?.[1];
}
