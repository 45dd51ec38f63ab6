import { isUnsure, type Kind, type Maybe } from '@dockwarden-internal/facts';
import { suggest, textAt } from '@dockwarden-internal/syntax';
import type { Env } from './env.ts';
import { type FactPath, resolvePath } from './fact-path.ts';
import { findParam, keyOf } from './operand.ts';
import type { DocumentPath } from './problem.ts';
import { kindOf, problem, type Reading } from './reading.ts';

/** A template with its paths found: text of a message, or of a fix. */
export interface Template {
  readonly render: (env: Env, resolve?: Resolve) => string;
  /** True where it needs `resolve.…`, which only an unsafe fix may ask for. */
  readonly resolves: boolean;
}

/** Looks up what is not in the files, such as a tag's digest; undefined where it cannot be had. */
export type Resolve = (what: string, env: Env) => string | undefined;

/** What stands where a value may be a secret. */
export const secretMask = '•••';

type Part = (env: Env, resolve: Resolve | undefined) => unknown;
type Filter = (value: unknown) => unknown;

const filters: Readonly<Record<string, Filter>> = {
  list: (value) => (Array.isArray(value) ? value.join(', ') : value),
  quote: (value) => eachText(value, (text) => `"${text}"`),
  code: (value) => eachText(value, (text) => `\`${text}\``),
  upper: (value) => eachText(value, (text) => text.toUpperCase()),
  lower: (value) => eachText(value, (text) => text.toLowerCase()),
  hint: (value) => (value === '(none)' || value === '' ? '' : ` (did you mean ${value}?)`),
  pairs: (value) => [eachText(value, (text) => `${text}=""`)].flat().join(' '),
};

function eachText(value: unknown, change: (text: string) => string): unknown {
  return Array.isArray(value) ? value.map((item) => change(String(item))) : change(String(value));
}

/** Reads `text {{ path | filter }} text`; reports what does not exist. */
export function readTemplate(text: string, reading: Reading, at: DocumentPath): Template | undefined {
  const parts: (string | Part)[] = [];
  let resolves = false;
  let from = 0;
  let whole = true;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const part = readPart(match[1]!.trim(), reading, at);
    if (part) parts.push(part);
    else whole = false;
    if (/^resolve\./.test(match[1]!.trim())) resolves = true;
  }
  parts.push(text.slice(from));
  if (!whole) return undefined;
  return {
    render: (env, resolve) =>
      parts.map((part) => (typeof part === 'string' ? part : joined(part(env, resolve)))).join(''),
    resolves,
  };
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function readPart(expression: string, reading: Reading, at: DocumentPath): Part | undefined {
  const [pathText = '', ...filterNames] = expression.split('|').map((word) => word.trim());
  const chain: Filter[] = [];
  for (const name of filterNames) {
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (!filter) {
      const near = suggest(name, Object.keys(filters));
      return problem(
        reading,
        at,
        `there is no filter \`${name}\``,
        near ? `did you mean \`${near}\`?` : `filters: ${Object.keys(filters).join(', ')}`,
      );
    }
    chain.push(filter);
  }
  const value = readValue(pathText, reading, at);
  return value && ((env, resolve) => chain.reduce((each, filter) => filter(each), value(env, resolve)));
}

function readValue(text: string, reading: Reading, at: DocumentPath): Part | undefined {
  if (text === 'missing') return (env) => env.missing;
  if (text.startsWith('resolve.')) return (env, resolve) => resolve?.(text.slice('resolve.'.length), env) ?? '';
  if (text.startsWith('params.')) {
    const param = findParam(text.slice('params.'.length), reading, at);
    return param && (() => param.value);
  }
  const path = resolvePath(text, reading.selfKind, reading, at);
  return path && ((env) => printable(path, env, reading));
}

/** A value in words: unresolved prints its source, absent `(none)`, a fact its key or its text, a secret a mask. */
function printable(path: FactPath, env: Env, reading: Reading): unknown {
  const owner = path.owner(env.self, env);
  if (path.property?.sensitive && owner !== undefined && !isUnsure(owner) && path.property.sensitive(owner as never))
    return secretMask;
  const value: Maybe<unknown> = path.read(env.self, env);
  if (value === undefined) return '(none)';
  if (isUnsure(value)) {
    const place = path.place(env.self, env);
    return place ? textAt(place) : '(unknown)';
  }
  const { type } = path;
  if (type.shape === 'facts')
    return (value as readonly unknown[]).map((element) => factText(kindOf(reading, type.kind), element, reading));
  if (type.shape === 'fact') return factText(kindOf(reading, type.kind), value, reading);
  return value;
}

function factText(kind: Kind, node: unknown, reading: Reading): string {
  const property = kind.properties['text'] ?? undefined;
  if (property?.sensitive?.(node as never)) return secretMask;
  const text = property?.read(node as never);
  if (typeof text === 'string') return text;
  const key = keyOf(kind.name, reading)?.read(node);
  if (key !== undefined && !isUnsure(key)) return String(key);
  const place = kind.place(node as never);
  return place ? textAt(place) : kind.name;
}
