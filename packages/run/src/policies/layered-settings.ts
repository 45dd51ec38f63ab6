import {
  type ConfigDocument,
  overlay,
  type PolicySetting,
  type Settings,
  settingsFor,
  type Target,
} from '@dockwarden-internal/policy';
import type { HadolintFiles } from '../hadolint/find-hadolint.ts';
import type { HadolintDocument } from '../hadolint/hadolint-document.ts';
import { hadolintSettings } from '../hadolint/hadolint-settings.ts';
import type { AliasIndex } from './aliases.ts';
import { isSamePolicy } from './same-policy.ts';

/** Packs, then what the nearest `.hadolint.yaml` of a file says, then the configuration, which wins key by key. */
export function layeredSettings(
  hadolint: HadolintFiles | undefined,
  packs: Settings,
  config: ConfigDocument,
  aliases: AliasIndex,
): (target: Target) => Settings {
  const plain = settingsFor(packs, config);
  const byDocument = new Map<HadolintDocument, (target: Target) => Settings>();
  return (target) => {
    const document = hadolint?.of(target.path);
    if (!document) return plain(target);
    const known = byDocument.get(document);
    const settings =
      known ?? settingsFor(overlay(packs, unlocked(hadolintSettings(document, packs, aliases), config)), config);
    byDocument.set(document, settings);
    return settings(target);
  };
}

/** Without what the configuration locks. */
function unlocked(
  settings: Readonly<Record<string, PolicySetting>>,
  { locked = [] }: ConfigDocument,
): Readonly<Record<string, PolicySetting>> {
  return Object.fromEntries(Object.entries(settings).filter(([id]) => !locked.some((each) => isSamePolicy(each, id))));
}
