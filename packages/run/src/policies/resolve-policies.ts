import { type CheckIndex, indexChecks, type PolicySummary, policySummary } from '@dockwarden-internal/engine';
import { vocabulary } from '@dockwarden-internal/facts';
import {
  type CompilePattern,
  type ConfigDocument,
  compilePolicy,
  overlay,
  type PolicyDocument,
  platformPattern,
  resolvePacks,
  type Settings,
  settingsFor,
  splitId,
  type Target,
} from '@dockwarden-internal/policy';
import { type Diagnostic, suggest } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { builtinPolicies } from '../builtin/builtin-policies.ts';
import type { CompiledPolicies } from '../builtin/compiled-policies.ts';
import type { Configured } from '../config/read-config.ts';
import type { ReadOutside } from '../files/read-outside.ts';
import { packFinder } from './find-pack.ts';
import { userPolicies } from './user-policies.ts';

/** Every policy that is known, and what is set of each. */
export interface ResolvedPolicies {
  readonly builtin: CompiledPolicies;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  /** Files of the user's own policies. */
  readonly files: ReadonlyMap<string, string>;
  /** Packs laid over each other, and the user's own policies. */
  readonly packs: Settings;
  readonly config: ConfigDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** The checks in force for a file. */
  readonly checksFor: (target: Target) => CheckIndex;
  /** The checks that run anywhere. */
  readonly summaries: () => readonly PolicySummary[];
}

export interface ResolveInput {
  readonly fs: NodeFileSystem;
  readonly readOutside: ReadOutside;
  readonly config: ConfigDocument;
  readonly configPath?: string;
  /** Where a key of the configuration is written. */
  readonly placeOf?: Configured['placeOf'];
  /** Packs that replace the configuration's. */
  readonly packs?: readonly string[];
  /** Policies with their examples, for pages and tests. */
  readonly whole?: boolean;
}

export async function resolvePolicies({
  fs,
  readOutside,
  config: given,
  configPath,
  placeOf,
  packs: named,
  whole,
}: ResolveInput): Promise<ResolvedPolicies> {
  const builtin = await builtinPolicies(whole ? 'whole' : 'rules');
  const config: ConfigDocument = named
    ? { ...given, extends: named, policies: undefined, overrides: undefined }
    : given;
  const taken = new Set(builtin.policies.map((policy) => policy.id));
  const own = await userPolicies(fs, taken);
  const documents = new Map([...builtin.policies, ...own.documents].map((policy) => [policy.id, policy]));
  const resolved = await resolvePacks(
    config.extends ?? ['dockwarden:recommended'],
    configPath,
    packFinder(fs, builtin, readOutside),
  );
  const packs = overlay(
    resolved.settings,
    Object.fromEntries(
      own.documents.filter((policy) => !resolved.settings.has(policy.id)).map((policy) => [policy.id, policy.severity]),
    ),
  );
  const diagnostics = [
    ...own.diagnostics,
    ...resolved.diagnostics,
    ...unknownIds(config, documents, configPath, placeOf),
  ];
  const linear: CompilePattern =
    own.documents.length > 0 ? (await import('./linear-pattern.ts')).linearPattern : platformPattern;
  const compiled = new Map<string, CheckIndex>();
  const seen = new Set<string>();
  const summaries = new Map<string, PolicySummary>();

  const compile = (settings: Settings): CheckIndex => {
    const checks = [...settings].flatMap(([id, setting]) => {
      const document = documents.get(id);
      if (!document || (setting.severity === 'off' && !setting.checks && !setting.held)) return [];
      const pattern = own.files.has(id) ? linear : platformPattern;
      const report = (problem: { code: string; path: readonly unknown[]; message: string; hint?: string }) => {
        const key = `${id} ${problem.message}`;
        if (problem.code !== 'config/param' || seen.has(key)) return;
        seen.add(key);
        (diagnostics as Diagnostic[]).push({
          code: problem.code,
          message: problem.message,
          ...(problem.hint && { hint: problem.hint }),
          ...(configPath && { path: configPath }),
          exit: 2,
        });
      };
      return compilePolicy({
        document,
        vocabulary,
        compilePattern: pattern,
        sharedTerms: builtin.terms,
        settings: setting,
        report,
      });
    });
    for (const check of checks) summaries.set(check.id, policySummary(check, documents.get(check.policy)!));
    return indexChecks(checks);
  };
  const settingsOf = settingsFor(packs, config);
  const checksFor = (target: Target): CheckIndex => {
    const settings = settingsOf(target);
    const key = config.overrides ? JSON.stringify([...settings]) : '';
    let index = compiled.get(key);
    if (!index) {
      index = compile(settings);
      compiled.set(key, index);
    }
    return index;
  };
  return {
    builtin,
    documents,
    files: own.files,
    packs,
    config,
    diagnostics,
    checksFor,
    summaries: () => [...summaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Ids that a configuration names and nothing has. */
function unknownIds(
  config: ConfigDocument,
  documents: ReadonlyMap<string, PolicyDocument>,
  path: string | undefined,
  placeOf: Configured['placeOf'],
): Diagnostic[] {
  const named: [id: string, way: readonly (string | number)[]][] = [
    ...Object.keys(config.policies ?? {}).map((id): [string, string[]] => [id, ['policies', id]]),
    ...(config.overrides ?? []).flatMap((override, index) =>
      Object.keys(override.policies).map((id): [string, (string | number)[]] => [
        id,
        ['overrides', index, 'policies', id],
      ]),
    ),
    ...(config.locked ?? []).map((id, index): [string, (string | number)[]] => [id, ['locked', index]]),
  ];
  return named.flatMap(([id, way]) => {
    const { policy, check } = splitId(id);
    const document = documents.get(policy);
    if (document && (check === undefined || document.checks?.[check])) return [];
    const near = document ? suggest(check!, Object.keys(document.checks ?? {})) : suggest(policy, documents.keys());
    const message = document ? `${policy} has no check \`${check}\`` : `there is no policy \`${policy}\``;
    const where = placeOf ? { place: placeOf(way) } : { ...(path && { path }) };
    return [
      {
        code: 'config/policy',
        message,
        ...(near && { hint: `did you mean \`${near}\`?` }),
        ...where,
        exit: 2 as const,
      },
    ];
  });
}
