import type { KindName } from '@dockwarden-internal/facts';
import { isMap, ownEntry } from '@dockwarden-internal/syntax';
import { collectionPath, placePath, relatedPaths } from './check-paths.ts';
import type { CheckHead, CompiledCheck, Telling, Verdict } from './compiled.ts';
import { type Condition, readCondition } from './condition.ts';
import type { CheckDocument, ConditionDocument, PolicyDocument } from './document.ts';
import type { BoundType } from './env.ts';
import { readFix } from './fix.ts';
import { lazily } from './lazily.ts';
import { readTemplate } from './message.ts';
import type { DocumentPath } from './problem.ts';
import type { Reading } from './reading.ts';

export interface CheckInput {
  readonly document: PolicyDocument;
  /** Absent for the check of the single form. */
  readonly name: string | undefined;
  readonly check: CheckDocument;
  readonly head: CheckHead;
  /** About the policy's subject. */
  readonly reading: Reading;
  readonly reportUnknown: boolean;
}

export interface OpenedCheck {
  readonly check: CompiledCheck;
  /** Compiles what is left of it; false where something of the check was reported. */
  readonly isWhole: () => boolean;
}

/** Compiles of a check whose words are known to exist what says which subjects it concerns, and the rest when that is needed. */
export function openCheck(input: CheckInput): OpenedCheck | undefined {
  const { document, name, check, head } = input;
  const at: DocumentPath = name === undefined ? [] : ['checks', name];
  const subjectWhere: Condition[] = [];
  const subjectUnless: Condition[] = [];
  const each = check.each === undefined ? undefined : collectionPath(check.each, input.reading, [...at, 'each']);
  if (check.each !== undefined && !each) return undefined;
  const selfKind = each?.type.shape === 'facts' ? each.type.kind : head.on;
  const outer: Reading = each ? { ...input.reading, elementKind: selfKind } : input.reading;
  let whole = add(subjectWhere, document.where, head.on, outer, ['where']);
  whole = add(subjectUnless, document.unless, head.on, outer, ['unless']) && whole;
  const reading: Reading = { ...input.reading, selfKind };
  const where: Condition[] = [];
  const unless: Condition[] = [];
  if (name !== undefined) {
    whole = add(where, check.where, selfKind, reading, [...at, 'where']) && whole;
    whole = add(unless, check.unless, selfKind, reading, [...at, 'unless']) && whole;
  }
  const word = check.require ? 'require' : 'forbid';
  // The loader has said so.
  if (!check.require === !check.forbid) return undefined;
  const condition = lazily(() => readCondition(check[word], selfKind, reading, [...at, word]));
  const telling = lazily((): Telling | undefined => {
    const { whenTrue, whenFalse } = condition()!;
    const held = word === 'forbid' ? whenTrue : whenFalse;
    const bound = new Map<string, BoundType>(
      [...subjectWhere, ...where].flatMap((each) => [...each.whenTrue]).concat([...held]),
    );
    return readTelling(input, { ...reading, bound }, at);
  });
  const opened: CompiledCheck = {
    ...head,
    subjectWhere: each ? subjectWhere : [...subjectWhere, ...where],
    subjectUnless: each ? subjectUnless : [...subjectUnless, ...unless],
    ...(each && { each }),
    selfKind,
    elementWhere: each ? where : [],
    elementUnless: each ? unless : [],
    verdict: verdictOf(word, () => condition()!),
    telling: () => telling()!,
    reportUnknown: input.reportUnknown,
  };
  const isOpen = whole;
  return { check: opened, isWhole: () => condition() !== undefined && isOpen && telling() !== undefined };
}

function verdictOf(word: Verdict['word'], condition: () => Condition): Verdict {
  const verdict: { -readonly [P in keyof Verdict]: Verdict[P] } = {
    word,
    test: (fact, env) => {
      verdict.test = condition().test;
      return verdict.test(fact, env);
    },
    condition,
  };
  return verdict;
}

function readTelling({ check }: CheckInput, reading: Reading, at: DocumentPath): Telling | undefined {
  const place = check.at === undefined ? undefined : placePath(check.at, reading, [...at, 'at']);
  const related = relatedPaths(check.related, reading, at);
  const message = check.message === undefined ? undefined : readTemplate(check.message, reading, [...at, 'message']);
  const judged = check.require ?? check.forbid;
  const fix = check.fix && readFix(check.fix, reading, [...at, 'fix'], (path) => orderOf(judged, path, reading));
  if (
    (check.at !== undefined && !place) ||
    !related ||
    (check.message !== undefined && !message) ||
    (check.fix && !fix)
  )
    return undefined;
  return {
    ...(place && { at: place }),
    related,
    ...(message && { message }),
    ...(fix && { fix }),
    listsMissing: reading.bound.has('missing'),
  };
}

function add(
  list: Condition[],
  document: ConditionDocument | undefined,
  kind: KindName,
  reading: Reading,
  at: DocumentPath,
): boolean {
  if (document === undefined) return true;
  const condition = readCondition(document, kind, reading, at);
  if (condition) list.push(condition);
  return condition !== undefined;
}

/** What `ordered` asks of a path in a condition, its parameter filled in. */
function orderOf(condition: unknown, path: string, reading: Reading): unknown {
  const matcher = isMap(condition) ? ownEntry(condition, path) : undefined;
  const ordered = isMap(matcher) ? matcher['ordered'] : undefined;
  return isMap(ordered) && typeof ordered['param'] === 'string'
    ? ownEntry(reading.params, ordered['param'])?.value
    : ordered;
}
