import type { PolicySetting, Settings } from '@dockwarden-internal/policy';
import { splitId } from '@dockwarden-internal/policy';
import { ownEntry } from '@dockwarden-internal/syntax';
import { type AliasIndex, idsOf } from '../policies/aliases.ts';
import type { HadolintDocument } from './hadolint-document.ts';

/** Parameters of labels/format by hadolint's names of forms. */
const FORMS: Readonly<Record<string, string>> = {
  text: 'filled',
  rawtext: 'filled',
  url: 'url',
  rfc3339: 'time',
  spdx: 'licence',
  hash: 'revision',
  githash: 'revision',
  semver: 'version',
  email: 'email',
};

/**
 * What a `.hadolint.yaml` says, in settings of policies that have a name in hadolint: ignored rules are off; another severity is given to what runs,
 * and starts nothing; a list of registries and a schema of labels start the policies that they are for.
 */
export function hadolintSettings(
  document: HadolintDocument,
  running: Settings,
  aliases: AliasIndex,
): Readonly<Record<string, PolicySetting>> {
  const { ignored, override, trustedRegistries, labelSchema, strictLabels } = document;
  const settings: Record<string, PolicySetting> = {};
  const keys = Object.keys(labelSchema);
  if (trustedRegistries.length > 0)
    settings['supply-chain/trusted-registries'] = { severity: 'error', params: { registries: trustedRegistries } };
  if (keys.length > 0) {
    settings['labels/required'] = { severity: 'info', params: { required: keys, unusedStages: true } };
    settings['labels/format'] = { severity: 'warning', params: formsOf(labelSchema) };
  }
  if (strictLabels) settings['labels/known'] = { severity: 'info', params: { known: keys } };
  const ofShellcheck = (rules: readonly string[]) =>
    rules.filter((rule) => rule.startsWith('SC')).map((rule) => `shellcheck:${rule}`);
  for (const [severity, rules] of Object.entries(override) as [keyof HadolintDocument['override'], string[]][])
    for (const id of policiesOf(rules, aliases))
      if (runs(running, id) || Object.hasOwn(settings, id)) settings[id] = withSeverity(settings[id], severity);
  for (const [severity, rules] of Object.entries(override) as [keyof HadolintDocument['override'], string[]][])
    for (const id of ofShellcheck(rules)) settings[id] = severity;
  for (const id of [...policiesOf(ignored, aliases), ...ofShellcheck(ignored)]) settings[id] = 'off';
  return settings;
}

function policiesOf(rules: readonly string[], aliases: AliasIndex): readonly string[] {
  return rules.flatMap((rule) => {
    const alias = `hadolint:${rule}`;
    return idsOf(alias, aliases).filter((id) => id !== alias);
  });
}

function formsOf(schema: HadolintDocument['labelSchema']): Record<string, { add: string[] }> {
  const lists: Record<string, { add: string[] }> = {};
  for (const [key, type] of Object.entries(schema)) {
    const form = FORMS[type]!;
    lists[form] = { add: [...(lists[form]?.add ?? []), key] };
  }
  return lists;
}

function withSeverity(setting: PolicySetting | undefined, severity: 'error' | 'warning' | 'info'): PolicySetting {
  return typeof setting === 'object' ? { ...setting, severity } : severity;
}

function runs(settings: Settings, id: string): boolean {
  const { policy, check } = splitId(id);
  const own = settings.get(policy);
  const severity = (check !== undefined ? ownEntry(own?.checks, check) : undefined) ?? own?.severity;
  return own !== undefined && severity !== 'off';
}
