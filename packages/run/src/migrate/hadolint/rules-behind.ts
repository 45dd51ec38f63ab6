import { splitId } from '@dockwarden-internal/policy';
import type { HadolintDocument } from '../../hadolint/hadolint-document.ts';
import type { ReadHadolint } from '../../hadolint/read-hadolint.ts';
import { type AliasIndex, idsOf } from '../../policies/aliases.ts';
import { isSamePolicy } from '../../policies/same-policy.ts';
import { ruleReasons } from './rule-reasons.ts';

/** Options that stand behind settings which no rule names. */
const OPTIONS: readonly (readonly [policy: string, option: (document: HadolintDocument) => string | undefined])[] = [
  [
    'supply-chain/trusted-registries',
    ({ trustedRegistries }) => (trustedRegistries.length > 0 ? 'trustedRegistries' : undefined),
  ],
  ['labels/required', schemaOf],
  ['labels/format', schemaOf],
  ['labels/known', ({ strictLabels }) => (strictLabels ? 'strict-labels' : undefined)],
];

/** What in a `.hadolint.yaml` a setting comes from, and why: `hadolint: DL3008 (the reason there), DL3013`. Undefined where it is not in it. */
export function rulesBehind(id: string, read: ReadHadolint, aliases: AliasIndex): string | undefined {
  const { document } = read;
  const { ignored, override } = document;
  const rules = [...ignored, ...Object.values(override).flat()].filter((rule) => {
    if (id === `shellcheck:${rule}`) return true;
    return idsOf(`hadolint:${rule}`, aliases).some((each) => isSamePolicy(each, id));
  });
  const options = OPTIONS.flatMap(([policy, option]) =>
    policy === splitId(id).policy ? (option(document) ?? []) : [],
  );
  const reasons = ruleReasons(read);
  const names = [...new Set([...options, ...rules])].map((name) =>
    reasons.has(name) ? `${name} (${reasons.get(name)})` : name,
  );
  return names.length === 0 ? undefined : `hadolint: ${names.join(', ')}`;
}

function schemaOf({ labelSchema }: HadolintDocument): string | undefined {
  return Object.keys(labelSchema).length > 0 ? 'label-schema' : undefined;
}
