import type { PackDocument } from '@dockwarden-internal/policy';
import { ownEntry } from '@dockwarden-internal/syntax';

/** Names of the built-in packs in which a policy or one of its checks runs, by themselves or by what they extend. */
export function packsWith(packs: Readonly<Record<string, PackDocument>>, policy: string): string[] {
  return Object.keys(packs).filter(
    (name) => settingIn(packs, name, policy) !== undefined && settingIn(packs, name, policy) !== 'off',
  );
}

function settingIn(
  packs: Readonly<Record<string, PackDocument>>,
  name: string,
  policy: string,
  way: readonly string[] = [],
): unknown {
  const pack = ownEntry(packs, name.replace(/^dockwarden:/, ''));
  if (!pack || way.includes(name)) return undefined;
  const checks = Object.entries(pack.policies).filter(
    ([id, setting]) => id.startsWith(`${policy}/`) && setting !== 'off',
  );
  if (Object.hasOwn(pack.policies, policy)) return pack.policies[policy];
  if (checks.length > 0) return checks[0]![1];
  return (pack.extends ?? [])
    .map((parent) => settingIn(packs, parent, policy, [...way, name]))
    .findLast((setting) => setting !== undefined);
}
