import { suggest } from '@dockwarden-internal/syntax';
import type { Env } from './env.ts';
import { resolvePath } from './fact-path.ts';
import { findParam } from './operand.ts';
import { isStandIn, printable } from './printable.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';
import { type Filter, filters } from './template-filters.ts';
import { type Told, toldOf } from './told.ts';

export { secretMask, spelledValue } from './printable.ts';

/** A template with its paths found: text of a message, or of a fix. */
export interface Template {
  readonly render: (env: Env, resolve?: Resolve) => string;
  /** The same, with what of it comes from files. */
  readonly tell: (env: Env) => Told;
  /** For a file: undefined where a value is absent, not known, or a secret, so that what stands for it would be written. */
  readonly fill: (env: Env) => string | undefined;
  /** The same as lines; of a template that is one list, its elements. */
  readonly lines: (env: Env) => readonly string[] | undefined;
  /** True where it needs `resolve.…`, which only an unsafe fix may ask for. */
  readonly resolves: boolean;
}

/** Looks up what is not in the files, such as a tag's digest; undefined where it cannot be had. */
export type Resolve = (what: string, env: Env) => string | undefined;

type Value = (env: Env, resolve: Resolve | undefined) => unknown;

/** A `{{ path | filter }}`: the value of the path, and what becomes of it. */
interface Part {
  readonly value: Value;
  readonly chain: readonly Filter[];
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
  const stray = parts.find((part) => typeof part === 'string' && part.includes('{{'));
  if (stray !== undefined)
    return problem(reading, at, 'a `{{` of this text is not closed', 'write {{ path }}, or {{ path | filter }}');
  return whole ? { ...writer(parts.filter((part) => part !== '')), resolves } : undefined;
}

function writer(parts: readonly (string | Part)[]): Omit<Template, 'resolves'> {
  const shown = (part: string | Part, env: Env, resolve?: Resolve) =>
    typeof part === 'string' ? part : part.chain.reduce((each, filter) => filter(each), part.value(env, resolve));
  const render = (env: Env, resolve?: Resolve) => parts.map((part) => joined(shown(part, env, resolve))).join('');
  const values = (part: Part, env: Env) => [part.value(env, undefined)].flat();
  const isOwn = (part: string | Part, env: Env) => typeof part === 'string' || values(part, env).every(isStandIn);
  const isWhole = (env: Env) => parts.every((part) => typeof part === 'string' || !values(part, env).some(isStandIn));
  const [only, ...more] = parts;
  return {
    render,
    tell: (env) => toldOf(parts.map((part) => ({ text: joined(shown(part, env)), own: isOwn(part, env) }))),
    fill: (env) => (isWhole(env) ? render(env) : undefined),
    lines: (env) => {
      if (!isWhole(env)) return undefined;
      const value = only !== undefined && more.length === 0 ? shown(only, env) : undefined;
      return Array.isArray(value) ? value.map(String) : render(env).split('\n');
    },
  };
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function readPart(expression: string, reading: Reading, at: DocumentPath): Part | undefined {
  const [path = '', ...names] = expression.split('|').map((word) => word.trim());
  const stray = names.find((name) => !Object.hasOwn(filters, name));
  if (stray !== undefined) {
    const near = suggest(stray, Object.keys(filters));
    const hint = near ? `did you mean \`${near}\`?` : `filters: ${Object.keys(filters).join(', ')}`;
    return problem(reading, at, `there is no filter \`${stray}\``, hint);
  }
  if (path === '') return problem(reading, at, '`{{ }}` names nothing', 'write {{ path }}');
  const value = readValue(path, reading, at);
  return value && { value, chain: names.map((name) => filters[name]!) };
}

function readValue(text: string, reading: Reading, at: DocumentPath): Value | undefined {
  if (text === 'missing') return readMissing(reading, at);
  if (text.startsWith('resolve.')) return (env, resolve) => resolve?.(text.slice('resolve.'.length), env) ?? '';
  if (text.startsWith('params.')) {
    const param = findParam(text.slice('params.'.length), reading, at);
    return param && (() => param.value);
  }
  const path = resolvePath(text, reading.selfKind, reading, at);
  return path && ((env) => printable(path, env, reading));
}

function readMissing(reading: Reading, at: DocumentPath): Value | undefined {
  if (reading.bound.has('missing')) return (env) => env.missing;
  const binders = '`hasAll`, `excludes` and `keeps` bind it: what they did not find';
  return reading.seen.has('missing')
    ? problem(
        reading,
        at,
        'a finding does not imply that something is `missing`',
        `${binders}; under \`require\` each needs a check of its own`,
      )
    : problem(reading, at, 'nothing in this check binds `missing`', binders);
}
