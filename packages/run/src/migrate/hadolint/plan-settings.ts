import { isWithin, joinPath } from '@dockwarden-internal/facts';
import {
  type ConfigDocument,
  overlay,
  type PolicySetting,
  type Settings,
  type Target,
} from '@dockwarden-internal/policy';
import type { OverrideLines, SettingLine } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { ownEntry } from '@dockwarden-internal/syntax';
import { candidateKind, type NodeFileSystem } from '@dockwarden-internal/workspace';
import { openOutside } from '../../files/open-outside.ts';
import { readOutside } from '../../files/read-outside.ts';
import type { HadolintFiles } from '../../hadolint/find-hadolint.ts';
import type { HadolintDocument } from '../../hadolint/hadolint-document.ts';
import type { ReadHadolint } from '../../hadolint/read-hadolint.ts';
import { type AliasIndex, aliasIndex, withoutAliases } from '../../policies/aliases.ts';
import { type ResolvedPolicies, resolvePolicies } from '../../policies/resolve-policies.ts';
import { effectiveSetting, sameSetting } from './effective-setting.ts';
import { rulesBehind } from './rules-behind.ts';
import { type SettingEntries, settingsDelta } from './settings-delta.ts';

export interface SettingsRequest {
  readonly fs: NodeFileSystem;
  readonly cwd: string;
  /** As it is to be, but for what is planned here. */
  readonly config: ConfigDocument;
  /** The listing of the workspace. */
  readonly files: readonly string[];
  readonly byFolder: ReadonlyMap<string, ReadHadolint>;
}

export interface PlannedSettings {
  readonly policies: readonly SettingLine[];
  readonly overrides: readonly OverrideLines[];
  /** What of a folder's file cannot be said in a configuration. */
  readonly left: readonly { readonly folder: string; readonly text: string }[];
  readonly aliases: AliasIndex;
  readonly diagnostics: readonly Diagnostic[];
}

type Settle = (hadolint: HadolintDocument | undefined) => Settings;

/**
 * The entries of `dockwarden.yaml` under which every file has the settings that it has today with its nearest `.hadolint.yaml`: that of the
 * root among `policies`, those of folders below as overrides that state where they differ.
 */
export async function planSettings(request: SettingsRequest): Promise<PlannedSettings> {
  const { config, byFolder } = request;
  const free = { ...config, overrides: undefined };
  const packsAlone = await resolve(request, { extends: config.extends });
  const { documents } = packsAlone;
  const aliases = aliasIndex(documents);
  const anywhere: Target = { path: 'Dockerfile' };
  const base = packsAlone.settingsOf(anywhere);
  const settled = new Map<HadolintDocument | undefined, Settings>();
  for (const document of [undefined, ...[...byFolder.values()].map((read) => read.document)])
    settled.set(document, (await resolve(request, free, only(document))).settingsOf(anywhere));
  const settle: Settle = (document) => settled.get(document)!;
  const left: { folder: string; text: string }[] = [];
  const faults = (await resolve(request, config)).diagnostics;
  if (faults.length > 0) return { policies: [], overrides: [], left, aliases, diagnostics: faults };

  // A second run finds what the first one wrote.
  if ((await differences(request, config)).length === 0)
    return { policies: [], overrides: [], left, aliases, diagnostics: [] };

  const root = byFolder.get('.')?.document;
  const said = withoutAliases(config.policies ?? {}, aliases);
  const amended = new Set(
    (config.overrides ?? []).flatMap((each) => Object.keys(withoutAliases(each.policies, aliases))),
  );
  const rooted = settingsDelta({
    amended,
    from: (entries) => overlay(base, joined(said, entries)),
    to: settle(root),
    documents,
  });
  const policies = joined(config.policies ?? {}, rooted);

  const overrides: { folder: string; entries: SettingEntries }[] = [];
  for (const [folder, { document }] of byFolder) {
    if (folder === '.') continue;
    if (/[*?[\]{}!()\\]/.test(folder)) {
      left.push({
        folder,
        text: 'the name of its folder would be read as a pattern: write an override for it by hand',
      });
      continue;
    }
    const above = overrides.filter((each) => isWithin(folder, each.folder)).map(({ entries }) => entries);
    const entries = settingsDelta({
      amended,
      from: (more) => [...above, more].reduce(overlay, overlay(base, joined(said, rooted))),
      to: settle(document),
      documents,
    });
    if (Object.keys(entries).length > 0) overrides.push({ folder, entries });
  }
  const planned = overrides.map((each) => ({ files: [`${each.folder}/**`], policies: each.entries }));
  const toBe = { ...config, policies, overrides: [...planned, ...(config.overrides ?? [])] };
  for (const { folder, id } of await differences(request, toBe))
    if (!left.some((each) => each.folder === folder && !each.text.includes('cannot be said')))
      left.push({ folder, text: unsayable(id) });
  return {
    policies: linesOf(rooted, byFolder.get('.')),
    overrides: overrides.map(({ folder, entries }) => ({
      files: [`${folder}/**`],
      policies: linesOf(entries, byFolder.get(folder)),
    })),
    left,
    aliases,
    diagnostics: [],
  };

  function linesOf(entries: SettingEntries, read: ReadHadolint | undefined): SettingLine[] {
    return Object.entries(entries).map(([id, setting]) => {
      const comment = read && rulesBehind(id, read, aliases);
      return { id, setting: setting === false ? 'off' : setting, ...(comment !== undefined && { comment }) };
    });
  }
}

/** The policies that come to something else for the files of a folder under the configuration to be than they do today. */
async function differences(
  request: SettingsRequest,
  config: ConfigDocument,
): Promise<readonly { readonly folder: string; readonly id: string }[]> {
  const { byFolder, files } = request;
  const toBe = await resolve(request, config);
  const found: { folder: string; id: string }[] = [];
  for (const [folder, { document }] of byFolder) {
    const today = await resolve(request, request.config, only(document));
    const isNearest = (path: string) =>
      isWithin(path, folder) &&
      ![...byFolder.keys()].some((other) => other !== folder && isWithin(other, folder) && isWithin(path, other));
    const dockerfiles = files.filter((path) => candidateKind(path) === 'dockerfile' && isNearest(path));
    const ids = new Set<string>();
    for (const path of [joinPath(folder, 'Dockerfile'), ...dockerfiles]) {
      const [one, other] = [toBe.settingsOf({ path }), today.settingsOf({ path })];
      for (const id of new Set([...one.keys(), ...other.keys()])) {
        const policy = toBe.documents.get(id);
        if (!sameSetting(effectiveSetting(one.get(id), policy), effectiveSetting(other.get(id), policy))) ids.add(id);
      }
    }
    found.push(...[...ids].map((id) => ({ folder, id })));
  }
  return found;
}

/** As an edit of the file joins them: a map keeps what the new one does not say. */
function joined(there: SettingEntries, more: SettingEntries): SettingEntries {
  const all: Record<string, PolicySetting> = { ...there };
  for (const [id, setting] of Object.entries(more)) {
    const before = ownEntry(all, id);
    const isJoined = typeof before === 'object' && setting !== 'off';
    all[id] = isJoined ? { ...before, ...(typeof setting === 'object' ? setting : { severity: setting }) } : setting;
  }
  return all;
}

function only(document: HadolintDocument | undefined): HadolintFiles | undefined {
  return document && { of: () => document, paths: [], diagnostics: [] };
}

async function resolve(
  { fs, cwd }: SettingsRequest,
  config: ConfigDocument,
  hadolint?: HadolintFiles,
): Promise<ResolvedPolicies> {
  return resolvePolicies({
    fs,
    readOutside,
    openOutside,
    cwd,
    config,
    configPath: 'dockwarden.yaml',
    ...(hadolint && { hadolint }),
  });
}

function unsayable(id: string): string {
  return `what it says of ${id} cannot be said for some files alone: say it by hand, or keep this file`;
}
