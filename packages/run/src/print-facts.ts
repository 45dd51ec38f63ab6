import {
  isUnsure,
  type Kind,
  type KindName,
  type Property,
  type Root,
  unknown,
  vocabulary,
} from '@dockwarden-internal/facts';
import { mask, visibleText } from '@dockwarden-internal/report';
import { type Place, positionAt } from '@dockwarden-internal/syntax';
import type { HideFact } from './hide-fact.ts';

/** A root's facts as plain data, each fact once: where it turns up again, and what merely links back, it is named by its key. */
export function factTree(root: Root, hide: HideFact): unknown {
  return describe(root.kind, root.node, { seen: new Set(), hide }, 0);
}

/** What is handed down while facts are described. */
interface Telling {
  readonly seen: Set<object>;
  readonly hide: HideFact;
}

/** Links that lead up or across are named, not followed. */
const deepest = 12;

/** The facts of one node alone; what it links to is named by its key. */
export function factsAlone(kindName: KindName, node: object, hide: HideFact): unknown {
  return describe(kindName, node, { seen: new Set(), hide }, deepest - 2);
}

function describe(kindName: KindName, node: object, telling: Telling, depth: number): unknown {
  const kind = vocabulary[kindName] as unknown as Kind;
  if (telling.seen.has(node) || depth > deepest) return label(kind, node, telling.hide);
  telling.seen.add(node);
  const facts: Record<string, unknown> = {};
  const place = kind.place(node as never);
  if (place) {
    const { line, column } = positionAt(place.source, place.span.start);
    facts['at'] = `${line}:${column}`;
  }
  // Collections first, so that a fact is spelled out where it lives and named where it is linked.
  const entries = Object.entries(kind.properties);
  for (const [name, property] of entries.filter(([, each]) => each.type.shape === 'facts'))
    set(facts, name, readValue(kind, property, node, telling, depth));
  for (const [name, property] of entries.filter(([, each]) => each.type.shape !== 'facts'))
    set(facts, name, readValue(kind, property, node, telling, depth));
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

function readValue(kind: Kind, property: Property<never>, node: object, telling: Telling, depth: number): unknown {
  const value = property.read(node as never);
  if (value === undefined) return undefined;
  if (isUnsure(value)) return value === unknown ? '(unknown)' : '(unresolved)';
  if (property.sensitive?.(node as never)) return mask;
  const { type } = property;
  if (type.shape === 'facts')
    return (value as readonly object[]).map((each) => describe(type.kind, each, telling, depth + 1));
  if (type.shape === 'fact')
    return followed.has(type.kind)
      ? describe(type.kind, value as object, telling, depth + 1)
      : label(vocabulary[type.kind] as unknown as Kind, value as object, telling.hide);
  return withoutSecrets(value, property.at?.(node as never) ?? kind.place(node as never), telling.hide);
}

function withoutSecrets(value: unknown, place: Place | undefined, hide: HideFact): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, place, hide));
  return typeof value === 'string' ? hide(value, place) : value;
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

function label(kind: Kind, node: object, hide: HideFact): string {
  const property = kind.key === undefined ? undefined : kind.properties[kind.key];
  const key = property?.read(node as never);
  const place = kind.place(node as never);
  if (property?.sensitive?.(node as never)) return `→ ${kind.name} ${mask}`;
  if (typeof key === 'string') return `→ ${kind.name} ${hide(key, property?.at?.(node as never) ?? place)}`;
  if (typeof key === 'number') return `→ ${kind.name} ${key}`;
  return place ? `→ ${kind.name} at line ${positionAt(place.source, place.span.start).line}` : `→ ${kind.name}`;
}

/** The data as an indented tree. */
export function treeText(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${shown(value)}\n`;
  const lines: string[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner) && inner.every(isName))
      lines.push(`${indent}${name}: ${inner.map((item) => shown(nameOf(item))).join(', ')}\n`);
    else if (Array.isArray(inner)) {
      lines.push(`${indent}${name}:\n`);
      for (const item of inner)
        lines.push(
          typeof item === 'object'
            ? `${indent}  - ${treeText(item, `${indent}    `).trimStart()}`
            : `${indent}  - ${shown(item)}\n`,
        );
    } else if (typeof inner === 'object' && inner !== null)
      lines.push(`${indent}${name}:\n${treeText(inner, `${indent}  `)}`);
    else lines.push(`${indent}${name}: ${shown(inner)}\n`);
  }
  return lines.join('');
}

/** On one line, so that no value of a file passes for a fact or drives the terminal. */
function shown(value: unknown): string {
  return visibleText(String(value).replaceAll('\n', '\\n'));
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
