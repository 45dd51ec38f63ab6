import type { Vocabulary } from '@dockwarden-internal/facts';
import { collectionPath } from '../check-paths.ts';
import { checksOf } from '../compile-policy.ts';
import type { CheckDocument, ConditionDocument, PolicyDocument } from '../document.ts';
import type { CompilePattern } from '../pattern.ts';
import type { DocumentPath, Problem } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { subjectKind } from '../subject-kind.ts';
import { type Demand, demandsOf, type Standing } from './demand.ts';
import { canFit } from './fits.ts';

export interface NeverInput {
  readonly document: PolicyDocument;
  readonly vocabulary: Vocabulary;
  readonly compilePattern: CompilePattern;
  readonly sharedTerms: Readonly<Record<string, ConditionDocument>>;
}

/** Checks that no file can ever break, since what they ask of one property excludes itself; of policies whose words are right. */
export function neverProblems({ document, vocabulary, compilePattern, sharedTerms }: NeverInput): Problem[] {
  const subject = subjectKind(document.on, vocabulary);
  if (!subject) return [];
  const reading: Reading = {
    vocabulary,
    params: {},
    terms: { ...sharedTerms, ...document.terms },
    compilePattern,
    report: () => undefined,
    onKind: subject.kind,
    selfKind: subject.kind,
    bound: new Map(),
    seen: new Set(),
    openTerms: [],
  };
  const on: Standing = { reading, kind: subject.kind, subject: 'on', at: [] };
  const ofPolicy = [
    ...(subject.keyword === undefined ? [] : demandsOf({ keyword: subject.keyword }, true, { ...on, used: ['on'] })),
    ...demandsOf(document.where, true, { ...on, at: ['where'] }),
    ...demandsOf(document.unless, false, { ...on, at: ['unless'] }),
  ];
  const problems = checksOf(document).flatMap(
    ([name, check]) => contradiction([...ofPolicy, ...checkDemands(document, name, check, on)], reading) ?? [],
  );
  const seen = new Set<string>();
  return problems.filter(({ path }) => !seen.has(path.join('\0')) && seen.add(path.join('\0')));
}

function checkDemands(
  document: PolicyDocument,
  name: string | undefined,
  check: CheckDocument,
  on: Standing,
): Demand[] {
  const at: DocumentPath = name === undefined ? [] : ['checks', name];
  const each = check.each === undefined ? undefined : collectionPath(check.each, on.reading, at);
  const self: Standing =
    each?.type.shape === 'facts'
      ? { ...on, kind: each.type.kind, subject: 'self', reading: { ...on.reading, selfKind: each.type.kind } }
      : on;
  const part = (word: 'where' | 'unless' | 'require' | 'forbid', wanted: boolean) =>
    demandsOf(check[word], wanted, { ...self, at: [...at, word] });
  // What cannot be known is reported though it fits nothing.
  const verdict =
    (check.unknown ?? document.unknown) === 'report' ? [] : [...part('forbid', true), ...part('require', false)];
  const own = [...(name === undefined ? [] : [...part('where', true), ...part('unless', false)]), ...verdict];
  return self === on ? own.map((demand) => ({ ...demand, key: demand.key.replace(/^self\./, 'on.') })) : own;
}

function contradiction(demands: readonly Demand[], reading: Reading): Problem | undefined {
  const byKey = new Map<string, Demand[]>();
  for (const demand of demands) {
    const before = byKey.get(demand.key) ?? [];
    byKey.set(demand.key, [...before, demand]);
    if (canFit([...before, demand], reading)) continue;
    const rival = before.find((each) => !canFit([each, demand], reading));
    const asked = [...(rival ? [rival] : before), demand].map(wordsOf);
    return {
      code: 'policy/never',
      path: demand.at,
      message: `nothing can ever be found: \`${demand.text}\` would have to be ${[...new Set(asked)].join(' and also ')}`,
      hint: 'take one out, or leave the choice with `any`',
      atKey: true,
    };
  }
  return undefined;
}

function wordsOf({ matcher, wanted }: Demand): string {
  const text = JSON.stringify(matcher);
  return `${wanted ? '' : 'not '}\`${text.length > 80 ? `${text.slice(0, 77)}…` : text}\``;
}
