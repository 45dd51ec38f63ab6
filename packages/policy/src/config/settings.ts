import type { PolicySettings } from '../compile-policy.ts';
import type { PolicySetting } from '../load/pack-document.ts';
import { amendParams } from './amend-params.ts';

/** What is set of each policy, by id; a policy that is not in it does not run. */
export type Settings = ReadonlyMap<string, PolicySettings>;

/** `area/name` and, for a single check of it, the check's name. */
export function splitId(id: string): { readonly policy: string; readonly check?: string } {
  const [area, name, ...check] = id.split('/');
  const policy = name === undefined ? id : `${area}/${name}`;
  return check.length === 0 ? { policy } : { policy, check: check.join('/') };
}

/**
 * Lays further settings over those in force: severity and parameters replace key by key. What is said of one check holds over
 * what the same map says of its policy, in whatever order they stand.
 */
export function overlay(base: Settings, more: Readonly<Record<string, PolicySetting>>): Settings {
  const merged = new Map(base);
  const entries = Object.entries(more).map(([id, setting]) => ({ ...splitId(id), setting: normal(setting) }));
  for (const { policy, check, setting } of entries)
    if (check === undefined) merged.set(policy, withPolicy(merged.get(policy) ?? {}, setting));
  for (const { policy, check, setting } of entries)
    if (check !== undefined) merged.set(policy, withCheck(merged.get(policy), check, setting));
  return merged;
}

/** `off` switches off every check, also those that were set by themselves; so does what switches them on again. */
function withPolicy(before: PolicySettings, { severity, params, unknown }: PolicySettings): PolicySettings {
  const starts = severity !== undefined && (severity === 'off' || before.severity === 'off');
  return {
    ...before,
    ...(severity !== undefined && { severity }),
    ...(starts && { checks: {} }),
    ...(params && { params: amendParams(before.params, params) }),
    ...(unknown && { unknown }),
  };
}

/** A check that is set on its own does not switch on the policy's others. Parameters are the policy's, whoever names them. */
function withCheck(
  before: PolicySettings | undefined,
  check: string,
  { severity, params, unknown }: PolicySettings,
): PolicySettings {
  const policy: PolicySettings = before ?? { severity: 'off' };
  return {
    ...policy,
    ...(severity !== undefined && { checks: { ...policy.checks, [check]: severity } }),
    ...(params && { params: amendParams(policy.params, params) }),
    ...(unknown && { unknowns: { ...policy.unknowns, [check]: unknown } }),
  };
}

function normal(setting: PolicySetting): PolicySettings {
  if (setting === false) return { severity: 'off' };
  if (typeof setting === 'string') return { severity: setting };
  const { severity, params, unknown } = setting;
  return {
    ...(severity !== undefined && { severity: severity === false ? 'off' : severity }),
    ...(params && { params }),
    ...(unknown && { unknown }),
  };
}
