import type { KindName } from '@dockwarden-internal/facts';
import { suggest } from '@dockwarden-internal/syntax';
import type { FixDocument } from './document.ts';
import { type FactPath, resolvePath } from './fact-path.ts';
import { readTemplate, type Template } from './message.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';
import { valueToSet } from './value-to-set.ts';

/** A fix with its paths found; the engine turns it into edits of files. */
export type FixPlan = FixAction & { readonly safety: 'safe' | 'unsafe' };

type FixAction =
  | { readonly action: 'insert'; readonly side: 'before' | 'after'; readonly anchor: FactPath; readonly text: Template }
  | { readonly action: 'replace'; readonly target: FactPath; readonly text: Template }
  | { readonly action: 'remove'; readonly target: FactPath }
  | { readonly action: 'set'; readonly target: FactPath; readonly value: unknown }
  | { readonly action: 'append'; readonly target: FactPath; readonly lines: Template }
  | { readonly action: 'sort'; readonly target: FactPath; readonly order: unknown };

const actions = ['insert', 'replace', 'remove', 'set', 'append', 'sort'] as const;
const companions: Record<(typeof actions)[number], readonly string[]> = {
  insert: ['after', 'before'],
  replace: ['with'],
  remove: [],
  set: ['to'],
  append: ['lines'],
  sort: [],
};

/** Reads a check's `fix`. `order` is what the check's `ordered` says of the path that `sort` names. */
export function readFix(
  fix: FixDocument,
  reading: Reading,
  at: DocumentPath,
  order: (path: string) => unknown,
): FixPlan | undefined {
  const named = actions.filter((action) => fix[action] !== undefined);
  const [action] = named;
  if (!action || named.length > 1) return problem(reading, at, `a fix does one of ${actions.join(', ')}`);
  for (const word of Object.keys(fix)) {
    if (word === action || word === 'safety' || companions[action].includes(word)) continue;
    const near = suggest(word, [...actions, ...companions[action], 'safety']);
    return problem(
      reading,
      [...at, word],
      `\`${word}\` does not go with ${action}`,
      near ? `did you mean \`${near}\`?` : undefined,
    );
  }
  const safety = fix.safety ?? 'safe';
  const plan = readAction(action, fix, reading, at, order);
  if (!plan) return undefined;
  const text = 'text' in plan ? plan.text : undefined;
  if (text?.resolves && safety === 'safe')
    return problem(reading, at, 'a fix that looks something up is unsafe', 'add safety: unsafe');
  return { ...plan, safety };
}

function readAction(
  action: (typeof actions)[number],
  fix: FixDocument,
  reading: Reading,
  at: DocumentPath,
  order: (path: string) => unknown,
): FixAction | undefined {
  const path = (word: 'after' | 'before' | 'replace' | 'remove' | 'set' | 'append' | 'sort') =>
    resolvePath(fix[word]!, reading.selfKind, reading, [...at, word]);
  const written = (found: FactPath | undefined, where: DocumentPath) =>
    found && !hasPlace(found, action === 'insert')
      ? problem(reading, where, `${found.text} has no place of its own in a file, where ${action} could do something`)
      : found;
  switch (action) {
    case 'insert': {
      const side = fix.after !== undefined ? 'after' : 'before';
      if ((fix.after === undefined) === (fix.before === undefined))
        return problem(reading, at, 'insert says where: after or before a path');
      const anchor = written(path(side), [...at, side]);
      const text = readTemplate(fix.insert!, reading, [...at, 'insert']);
      return anchor && text && { action, side, anchor, text };
    }
    case 'replace': {
      if (fix.with === undefined) return problem(reading, at, 'replace says by what: with');
      const target = written(path('replace'), [...at, 'replace']);
      const text = readTemplate(fix.with, reading, [...at, 'with']);
      return target && text && { action, target, text };
    }
    case 'remove': {
      const target = written(path('remove'), [...at, 'remove']);
      return target && { action, target };
    }
    case 'set': {
      if (fix.to === undefined) return problem(reading, at, 'set says what: to');
      const target = path('set');
      if (target && target.property?.yaml === undefined)
        return problem(reading, [...at, 'set'], `${fix.set} is not written in YAML and cannot be set`);
      // An empty key is the fact itself.
      if (target?.property?.yaml === '')
        return problem(reading, [...at, 'set'], `${fix.set} is no single key and cannot be set`);
      const value = target && valueToSet(fix.to, target, reading, [...at, 'to']);
      return target && value && { action, target, ...value };
    }
    case 'append': {
      if (fix.lines === undefined) return problem(reading, at, 'append says what: lines');
      const target = path('append');
      if (target && !(target.type.shape === 'fact' && target.type.kind === 'ignore' && target.ownerKind === 'context'))
        return problem(
          reading,
          [...at, 'append'],
          `${fix.append} is not the ignore file of a context, and only that takes lines`,
        );
      const lines = readTemplate(fix.lines, reading, [...at, 'lines']);
      return target && lines && { action, target, lines };
    }
    case 'sort': {
      const target = path('sort');
      const ordered = order(fix.sort!);
      if (ordered === undefined)
        return problem(reading, [...at, 'sort'], `sort needs \`ordered\` on ${fix.sort} in the same check`);
      if (target && (target.property?.yaml === undefined || !SORTED.has(target.ownerKind!)))
        return problem(reading, [...at, 'sort'], `${fix.sort} is not written in YAML and cannot be sorted`);
      return target && { action, target, order: ordered };
    }
  }
}

/** Facts as their file has them, before anything is merged: what another file adds cannot be moved. */
const SORTED: ReadonlySet<KindName> = new Set<KindName>(['compose-file', 'raw-service']);

/** Whether what a path leads to can stand in a file: a fact, or a property whose place is known; many facts stand in many places. */
function hasPlace({ type, property }: FactPath, single: boolean): boolean {
  if (property?.at) return true;
  return type.shape === 'fact' || (type.shape === 'facts' && !single);
}
