import type { ConfigDocument, Override } from '../load/config-document.ts';
import { globTest } from '../pattern.ts';
import { overlay, type Settings } from './settings.ts';

/** What a file is, as far as overrides ask. */
export interface Target {
  /** Relative to the root. */
  readonly path: string;
  readonly project?: { readonly name: string; readonly tags: readonly string[] };
}

/** The settings in force for one file: packs, then the configuration's policies, then overrides in order. */
export function settingsFor(packs: Settings, config: ConfigDocument, target: Target): Settings {
  let settings = config.policies ? overlay(packs, config.policies) : packs;
  for (const override of config.overrides ?? [])
    if (fits(override, target)) settings = overlay(settings, override.policies);
  const locked = config.locked ?? [];
  return locked.length === 0 ? settings : withLocks(settings, packs, config, locked);
}

/** Overrides cannot touch what is locked. */
function withLocks(settings: Settings, packs: Settings, config: ConfigDocument, locked: readonly string[]): Settings {
  const free = config.policies ? overlay(packs, config.policies) : packs;
  const result = new Map(settings);
  for (const id of locked) {
    const own = free.get(id);
    if (own) result.set(id, own);
  }
  return result;
}

function fits(override: Override, target: Target): boolean {
  if (override.files && !override.files.some((glob) => globTest(glob)(target.path))) return false;
  const { projects } = override;
  if (!projects) return true;
  if (!target.project) return false;
  if (projects.names && !projects.names.some((glob) => globTest(glob)(target.project!.name))) return false;
  return !projects.tags || tagsFit(projects.tags, target.project.tags);
}

/** `{ has: tag }`, `{ hasAll: [tags] }` or `{ none: [tags] }`; tags are globs. */
function tagsFit(matcher: Readonly<Record<string, unknown>>, tags: readonly string[]): boolean {
  const carries = (glob: unknown) => tags.some((tag) => globTest(String(glob))(tag));
  return Object.entries(matcher).every(([word, value]) => {
    const list = Array.isArray(value) ? value : [value];
    if (word === 'has' || word === 'some') return list.some(carries);
    if (word === 'hasAll') return list.every(carries);
    return word === 'none' && !list.some(carries);
  });
}
