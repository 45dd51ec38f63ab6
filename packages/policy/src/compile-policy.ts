import { type KindName, memo, type Vocabulary } from '@dockwarden-internal/facts';
import { isMap, ownEntry, suggest } from '@dockwarden-internal/syntax';
import type { CheckHead, CompiledCheck, Discriminator, PlannedCheck } from './compiled.ts';
import { discriminatorOf } from './discriminator.ts';
import type { CheckDocument, ConditionDocument, PolicyDocument, Severity } from './document.ts';
import { formerNames } from './former-names.ts';
import { lazily } from './lazily.ts';
import { type OpenedCheck, openCheck } from './open-check.ts';
import { paramPath } from './param-path.ts';
import { readParams } from './params.ts';
import type { CompilePattern } from './pattern.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import { keywordKinds, subjectKind } from './subject-kind.ts';

/** What a configuration sets of one policy. */
export interface PolicySettings {
  readonly severity?: Severity | 'off';
  readonly params?: Readonly<Record<string, unknown>>;
  readonly unknown?: 'skip' | 'report';
  /** Of single checks, by name. */
  readonly checks?: Readonly<Record<string, Severity | 'off'>>;
  /** What is made of what cannot be known, of single checks by name. */
  readonly unknowns?: Readonly<Record<string, 'skip' | 'report'>>;
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
  /** The policies that it replaces. */
  readonly replaced?: readonly PolicyDocument[];
  /** Whether the document is known to compile with the parameters that are set, so that it may be compiled when it is needed. */
  readonly isSeen?: (params: PolicySettings['params']) => boolean;
  readonly report: (problem: Problem) => void;
}

/** Compiles a policy's checks for one configuration; every word that does not exist is reported, and its check left out. */
export function compilePolicy(input: CompileInput): CompiledCheck[] {
  return prepare(input).flatMap(({ opened, runs }) => {
    const compiled = opened();
    return compiled?.isWhole() && runs ? [compiled.check] : [];
  });
}

/**
 * The same checks, each compiled when it is first asked for: most of a configuration concern nothing that a file has.
 * What nobody saw yet is compiled at once.
 */
export function planPolicy(input: CompileInput): PlannedCheck[] {
  return prepare(input).flatMap(({ check, opened, runs, params }) =>
    runs && (input.isSeen?.(params) || opened()?.isWhole()) ? [check] : [],
  );
}

interface Prepared {
  readonly check: PlannedCheck;
  readonly opened: () => OpenedCheck | undefined;
  /** False for one that is off, or that its parameters rule out. */
  readonly runs: boolean;
  /** What is set of them. */
  readonly params: PolicySettings['params'];
}

function prepare(input: CompileInput): Prepared[] {
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
  const base: Omit<Reading, 'params' | 'bound' | 'seen'> = {
    vocabulary,
    terms: document.terms ? { ...input.sharedTerms, ...document.terms } : (input.sharedTerms ?? {}),
    compilePattern: input.compilePattern,
    report: input.report,
    onKind: subject.kind,
    selfKind: subject.kind,
    openTerms: [],
  };
  const isPreview = document.status === 'preview';
  const paramsOf = memo((own: PolicySettings) => readParams(document, own.params ?? {}, input.report));
  return checksOf(document).map(([name, check]) => {
    const own = (name !== undefined && ownEntry(settings.held, name)) || settings;
    const severity = severityOf(document, name, check, own);
    const reading: Reading = { ...base, params: paramsOf(own), bound: new Map(), seen: new Set() };
    // The single form has the policy's own.
    const wheres = name === undefined || check.where === undefined ? [document.where] : [document.where, check.where];
    const discriminator =
      keywordDiscriminator(subject) ??
      firstDiscriminator(subject.kind, check.each === undefined ? wheres : [document.where], reading);
    const head: CheckHead = {
      id: name === undefined ? document.id : `${document.id}/${name}`,
      policy: document.id,
      title: document.title,
      category: document.category,
      severity: isPreview ? 'info' : severity === 'off' ? document.severity : severity,
      ...(isPreview && { preview: true }),
      aliases: check.aliases ?? document.aliases ?? [],
      ...(input.replaced && { formerly: formerNames(name, document, input.replaced) }),
      on: subject.kind,
      ...(discriminator && { discriminator }),
    };
    const reportUnknown = isReported(document, name, check, own);
    const opened = lazily(() => openCheck({ document, name, check, head, reading, reportUnknown }));
    return {
      check: { ...head, compiled: () => opened()?.check },
      opened,
      runs: severity !== 'off' && !isNever(wheres, reading),
      params: own.params,
    };
  });
}

function isReported(
  document: PolicyDocument,
  name: string | undefined,
  check: CheckDocument,
  settings: PolicySettings,
): boolean {
  const own = name === undefined ? undefined : ownEntry(settings.unknowns, name);
  return (own ?? settings.unknown ?? check.unknown ?? document.unknown) === 'report';
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
  const own = name === undefined ? undefined : ownEntry(settings.checks, name);
  if (own !== undefined) return own;
  if (settings.severity === 'off') return 'off';
  return check.severity ?? settings.severity ?? document.severity;
}

/** A `where` whose parameters already say no makes the check cost nothing. */
function isNever(wheres: readonly unknown[], reading: Reading): boolean {
  const asked = wheres.flatMap((where) =>
    isMap(where) ? Object.entries(where).filter(([name]) => name.startsWith('params.')) : [],
  );
  if (asked.length === 0) return false;
  const quiet: Reading = { ...reading, report: () => undefined };
  const nothing = { on: wheres, self: wheres, bound: new Map(), missing: [] };
  return asked.some(([name, value]) => paramPath(name, value, quiet, [])?.test(wheres, nothing) === false);
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
