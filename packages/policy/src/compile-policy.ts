import { type KindName, memo, type Vocabulary } from '@dockwarden-internal/facts';
import { suggest } from '@dockwarden-internal/syntax';
import { collectionPath, placePath, relatedPaths } from './check-paths.ts';
import type { CompiledCheck, Discriminator } from './compiled.ts';
import { type Condition, readCondition } from './condition.ts';
import { discriminatorOf } from './discriminator.ts';
import type { CheckDocument, ConditionDocument, PolicyDocument, Severity } from './document.ts';
import type { BoundType } from './env.ts';
import { readFix } from './fix.ts';
import { readTemplate } from './message.ts';
import { readParams } from './params.ts';
import type { CompilePattern } from './pattern.ts';
import type { DocumentPath, Problem } from './problem.ts';
import { isMap, type Reading } from './reading.ts';
import { keywordKinds, subjectKind } from './subject-kind.ts';

/** What a configuration sets of one policy. */
export interface PolicySettings {
  readonly severity?: Severity | 'off';
  readonly params?: Readonly<Record<string, unknown>>;
  readonly unknown?: 'skip' | 'report';
  /** Of single checks, by name. */
  readonly checks?: Readonly<Record<string, Severity | 'off'>>;
  /** Checks, by name, that keep to settings of their own, since they are locked. */
  readonly held?: Readonly<Record<string, PolicySettings>>;
}

export interface CompileInput {
  readonly document: PolicyDocument;
  readonly vocabulary: Vocabulary;
  readonly compilePattern: CompilePattern;
  /** Terms that policies share, by `pack/name`. */
  readonly sharedTerms?: Readonly<Record<string, ConditionDocument>>;
  readonly settings?: PolicySettings;
  readonly report: (problem: Problem) => void;
}

/** Compiles a policy's checks for one configuration; every word that does not exist is reported, and its check left out. */
export function compilePolicy(input: CompileInput): CompiledCheck[] {
  const { document, vocabulary, settings = {} } = input;
  const subject = subjectKind(document.on, vocabulary);
  if (!subject) {
    const names = [...Object.keys(vocabulary), ...keywordKinds];
    const near = suggest(document.on, names);
    input.report({
      code: 'policy/words',
      path: ['on'],
      message: `there is no kind of fact \`${document.on}\``,
      hint: near ? `did you mean \`${near}\`?` : `kinds: ${names.join(', ')}`,
    });
    return [];
  }
  const base: Omit<Reading, 'params' | 'bound'> = {
    vocabulary,
    terms: { ...input.sharedTerms, ...document.terms },
    compilePattern: input.compilePattern,
    report: input.report,
    onKind: subject.kind,
    selfKind: subject.kind,
    openTerms: [],
  };
  const paramsOf = memo((own: PolicySettings) => readParams(document, own.params ?? {}, input.report));
  return checksOf(document).flatMap(([name, check]) => {
    const own = (name !== undefined && settings.held?.[name]) || settings;
    const severity = severityOf(document, name, check, own);
    const reading: Reading = { ...base, params: paramsOf(own), bound: new Map() };
    const one = compileCheck(document, name, check, reading, subject, own);
    return one && severity !== 'off' ? [{ ...one, severity }] : [];
  });
}

/** A policy's checks by name; the single form has one without a name. */
export function checksOf(document: PolicyDocument): [name: string | undefined, check: CheckDocument][] {
  if (document.checks) return Object.entries(document.checks);
  const { require, forbid, at, related, message, fix, unknown } = document;
  return [[undefined, { require, forbid, at, related, message, fix, unknown }]];
}

/** A setting for the policy applies to checks that state no severity of their own; `off` to all; a setting for the check wins. */
function severityOf(
  document: PolicyDocument,
  name: string | undefined,
  check: CheckDocument,
  settings: PolicySettings,
): Severity | 'off' {
  const own = name === undefined ? undefined : settings.checks?.[name];
  if (own !== undefined) return own;
  if (settings.severity === 'off') return 'off';
  return check.severity ?? settings.severity ?? document.severity;
}

function compileCheck(
  document: PolicyDocument,
  name: string | undefined,
  check: CheckDocument,
  onReading: Reading,
  subject: { kind: KindName; keyword?: string },
  settings: PolicySettings,
): CompiledCheck | undefined {
  const at: DocumentPath = name === undefined ? [] : ['checks', name];
  const subjectWhere: Condition[] = [];
  const subjectUnless: Condition[] = [];
  let whole = add(subjectWhere, document.where, subject.kind, onReading, ['where']);
  whole = add(subjectUnless, document.unless, subject.kind, onReading, ['unless']) && whole;
  const each = check.each === undefined ? undefined : collectionPath(check.each, onReading, [...at, 'each']);
  if (check.each !== undefined && !each) return undefined;
  const selfKind = each?.type.shape === 'facts' ? each.type.kind : subject.kind;
  const reading: Reading = { ...onReading, selfKind };
  const where: Condition[] = [];
  const unless: Condition[] = [];
  if (name !== undefined) {
    whole = add(where, check.where, selfKind, reading, [...at, 'where']) && whole;
    whole = add(unless, check.unless, selfKind, reading, [...at, 'unless']) && whole;
  }
  const word = check.require ? 'require' : 'forbid';
  // The loader has said so.
  if (!check.require === !check.forbid) return undefined;
  const condition = readCondition(check[word], selfKind, reading, [...at, word]);
  if (!condition || !whole) return undefined;
  if (isNever([...subjectWhere, ...where])) return undefined;

  const held = word === 'forbid' ? condition.whenTrue : condition.whenFalse;
  const names = new Map<string, BoundType>(
    [...subjectWhere, ...where].flatMap((each) => [...each.whenTrue]).concat([...held]),
  );
  const telling: Reading = { ...reading, bound: names };
  const place = check.at === undefined ? undefined : placePath(check.at, telling, [...at, 'at']);
  const related = relatedPaths(check.related, telling, at);
  const message = check.message === undefined ? undefined : readTemplate(check.message, telling, [...at, 'message']);
  const fix = check.fix && readFix(check.fix, telling, [...at, 'fix'], (path) => orderOf(check[word], path, reading));
  if (
    (check.at !== undefined && !place) ||
    !related ||
    (check.message !== undefined && !message) ||
    (check.fix && !fix)
  )
    return undefined;
  const discriminator =
    keywordDiscriminator(subject) ??
    firstDiscriminator(subject.kind, each ? [document.where] : [document.where, check.where], reading);
  return {
    id: name === undefined ? document.id : `${document.id}/${name}`,
    policy: document.id,
    title: document.title,
    category: document.category,
    severity: document.severity,
    aliases: check.aliases ?? document.aliases ?? [],
    on: subject.kind,
    ...(discriminator && { discriminator }),
    subjectWhere: each ? subjectWhere : [...subjectWhere, ...where],
    subjectUnless: each ? subjectUnless : [...subjectUnless, ...unless],
    ...(each && { each }),
    selfKind,
    elementWhere: each ? where : [],
    elementUnless: each ? unless : [],
    verdict: { word, condition },
    ...(place && { at: place }),
    related,
    ...(message && { message }),
    ...(fix && { fix }),
    reportUnknown: (settings.unknown ?? check.unknown ?? document.unknown) === 'report',
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

/** A `where` whose parameters already say no makes the check cost nothing. */
function isNever(wheres: readonly Condition[]): boolean {
  const nothing = { on: wheres, self: wheres, bound: new Map(), missing: [] };
  return wheres.some((where) => where.entries.some((entry) => entry.fixed && entry.test(wheres, nothing) === false));
}

function keywordDiscriminator(subject: { keyword?: string }): Discriminator | undefined {
  return subject.keyword === undefined ? undefined : { property: 'keyword', values: new Set([subject.keyword]) };
}

function firstDiscriminator(kind: KindName, wheres: readonly unknown[], reading: Reading): Discriminator | undefined {
  for (const where of wheres) {
    const found = discriminatorOf(kind, where, reading.terms);
    if (found) return found;
  }
  return undefined;
}

/** What `ordered` asks of a path in a condition, its parameter filled in. */
function orderOf(condition: unknown, path: string, reading: Reading): unknown {
  const matcher = isMap(condition) ? condition[path] : undefined;
  const ordered = isMap(matcher) ? matcher['ordered'] : undefined;
  return isMap(ordered) && typeof ordered['param'] === 'string' ? reading.params[ordered['param']]?.value : ordered;
}
