import type { CheckIndex, Heeds, KnownNames, PolicySummary, RenamedSetting } from '@dockwarden-internal/engine';
import {
  type ConfigDocument,
  lazily,
  type PolicyDocument,
  type PolicySetting,
  platformPattern,
  resolvePacks,
  type Settings,
  splitId,
  type Target,
} from '@dockwarden-internal/policy';
import { type Diagnostic, ownEntry, suggest } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { builtinPolicies } from '../builtin/builtin-policies.ts';
import type { CompiledPolicies } from '../builtin/compiled-policies.ts';
import { type Configured, defaultConfig } from '../config/read-config.ts';
import type { HadolintFiles } from '../hadolint/find-hadolint.ts';
import { aliasIndex } from './aliases.ts';
import { settingsCompiler } from './compile-settings.ts';
import { aliasesOf } from './find-by-name.ts';
import { layeredSettings } from './layered-settings.ts';
import { paramProblems } from './param-problems.ts';
import { type PolicySearch, policiesAround } from './policies-around.ts';
import { policyFiles, workspacePolicies } from './policy-files.ts';
import { nowCalled, renamedIn } from './renamed-names.ts';
import { currentId, replacedPolicies, replacementFaults } from './replacements.ts';
import { configWithoutAliases, knowingAliases } from './resolve-aliases.ts';
import { configFile, namedIn, packFiles } from './settings-files.ts';
import type { Terms } from './shared-terms.ts';
import { unknownIds } from './unknown-ids.ts';

/** Every policy that is known, and what is set of each. */
export interface ResolvedPolicies {
  readonly builtin: CompiledPolicies;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  /** Files of the policies that do not come with the product, and of shared terms, by id. */
  readonly files: ReadonlyMap<string, string>;
  /** Shared terms, by name. */
  readonly terms: Terms;
  readonly config: ConfigDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** What is set for a file. */
  readonly settingsOf: (target: Target) => Settings;
  /** The checks in force for a file. */
  readonly checksFor: (target: Target) => CheckIndex;
  readonly names: KnownNames;
  /** Where the configuration and packs of the workspace say a name that a policy had. */
  readonly renamedSettings: readonly RenamedSetting[];
  /** Ids in lower case that nothing may silence. */
  readonly locked: ReadonlySet<string>;
  /** Whether a tool's comments count in a file. */
  readonly heeds: Heeds;
  /** The checks that run anywhere. */
  readonly summaries: () => readonly PolicySummary[];
}

export interface ResolveInput extends PolicySearch {
  /** Where a key of the configuration is written. */
  readonly placeOf?: Configured['placeOf'];
  /** What `.hadolint.yaml` files say; below the configuration, above packs. */
  readonly hadolint?: HadolintFiles;
  /** Policies with their examples, for pages and tests. */
  readonly whole?: boolean;
}

export async function resolvePolicies(input: ResolveInput): Promise<ResolvedPolicies> {
  const builtin = await builtinPolicies(input.whole ? 'whole' : 'rules');
  if (input.hadolint || input.packs || input.config !== defaultConfig || hasOwn(input.fs, builtin))
    return resolve(input, builtin);
  const resolved = asEverywhere.get(builtin) ?? resolve(input, builtin);
  asEverywhere.set(builtin, resolved);
  return resolved;
}

/** What holds for every root that has neither configuration nor policies of its own: a run may be given hundreds of them. */
const asEverywhere = new WeakMap<CompiledPolicies, Promise<ResolvedPolicies>>();

function hasOwn(fs: NodeFileSystem, builtin: CompiledPolicies): boolean {
  const takenIds = new Set(builtin.policies.map(({ id }) => id));
  const { policies, terms, diagnostics } = policyFiles(workspacePolicies(fs), takenIds);
  return policies.length + terms.length + diagnostics.length > 0;
}

async function resolve(input: ResolveInput, builtin: CompiledPolicies): Promise<ResolvedPolicies> {
  const { configPath, placeOf, packs: named } = input;
  const given: ConfigDocument = named
    ? { ...input.config, extends: named, policies: undefined, overrides: undefined }
    : input.config;
  const { own, find, names, from } = await policiesAround(input, builtin);
  const documents = new Map([...builtin.policies, ...own.documents].map((policy) => [policy.id, policy]));
  const aliases = aliasIndex(documents);
  const asOwn: Settings = new Map(
    own.documents
      .filter(({ id }) => !own.folders.get(id)!.package && currentId(id, documents) === id)
      .map(({ id, severity }) => [id, { severity }]),
  );
  const packs = await resolvePacks(names, from, knowingAliases(find, aliases), asOwn, named ? undefined : placeOf);
  const config = configWithoutAliases(given, aliases);

  const at = { ...(configPath !== undefined && { path: configPath }), ...(placeOf && { placeOf }) };
  const settingsFiles = [...packFiles(packs.packs), configFile(given, at)];
  const linear = own.documents.length > 0 ? (await import('./linear-pattern.ts')).linearPattern : platformPattern;
  const readable = {
    documents,
    sharedTerms: own.terms,
    patternFor: (policy: string) => (own.files.has(policy) ? linear : platformPattern),
  };
  const known = { documents, aliases, unfit: own.unfit };
  const diagnostics: Diagnostic[] = [
    ...own.diagnostics,
    ...replacementFaults(documents, own.replacements),
    ...packs.diagnostics,
    ...(input.hadolint?.diagnostics ?? []),
    ...settingsFiles.flatMap((file) => unknownIds({ ...file, named: namedIn(file) }, known)),
    ...settingsFiles.flatMap((file) => paramProblems(file, { ...readable, aliases })),
  ];
  const compiler = settingsCompiler({
    ...readable,
    replaced: replacedPolicies(documents),
    fitting: lazily(() => new Set(Object.values(builtin.packs).flatMap(({ policies }) => paramsIn(policies)))),
  });
  const inline = config.waivers?.inline;
  const settingsOf = layeredSettings(input.hadolint, packs.settings, config, aliases);
  return {
    builtin,
    documents,
    files: own.files,
    terms: own.terms,
    config,
    diagnostics,
    settingsOf,
    checksFor: (target) => compiler.checksIn(settingsOf(target)),
    renamedSettings: settingsFiles.flatMap((file) => renamedIn(file, documents)),
    names: {
      nearKnown: (name) => suggest(name, [...documents.values()].flatMap(namesOfDocument)),
      isKnown: (name) => aliases.has(name) || documents.has(name) || isCheckOf(documents, name),
      isUnfit: (name) => own.unfit.has(splitId(name).policy),
      renamed: (name) => nowCalled(name, documents),
    },
    locked: new Set((config.locked ?? []).map((id) => id.toLowerCase())),
    heeds: (path, tool) =>
      (inline === undefined || inline.includes(tool)) &&
      (tool !== 'hadolint' || input.hadolint?.of(path)?.deaf !== true),
    summaries: compiler.summaries,
  };
}

function paramsIn(settings: Readonly<Record<string, PolicySetting>>): unknown[] {
  return Object.values(settings).flatMap((setting) => (typeof setting === 'object' ? (setting.params ?? []) : []));
}

function namesOfDocument(document: PolicyDocument): string[] {
  const checks = Object.keys(document.checks ?? {}).map((check) => `${document.id}/${check}`);
  return [document.id, ...checks, ...aliasesOf(document)];
}

function isCheckOf(documents: ReadonlyMap<string, PolicyDocument>, name: string): boolean {
  const { policy, check } = splitId(name);
  return check !== undefined && ownEntry(documents.get(policy)?.checks, check) !== undefined;
}
