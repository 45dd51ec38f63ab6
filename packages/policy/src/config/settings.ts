import type { PolicySettings } from '../compile-policy.ts';
import type { Severity } from '../document.ts';
import type { PolicySetting } from '../load/pack-document.ts';

/** What is set of each policy, by id; a policy that is not in it does not run. */
export type Settings = ReadonlyMap<string, PolicySettings>;

/** `area/name` and, for a single check of it, the check's name. */
export function splitId(id: string): { readonly policy: string; readonly check?: string } {
  const [area, name, ...check] = id.split('/');
  const policy = name === undefined ? id : `${area}/${name}`;
  return check.length === 0 ? { policy } : { policy, check: check.join('/') };
}

/** Lays further settings over those in force: severity and parameters replace key by key. */
export function overlay(base: Settings, more: Readonly<Record<string, PolicySetting>>): Settings {
  const merged = new Map(base);
  for (const [id, setting] of Object.entries(more)) {
    const { policy, check } = splitId(id);
    const before = merged.get(policy) ?? {};
    const { severity, params, unknown } = normal(setting);
    if (check !== undefined) {
      // A check that is set on its own does not switch on the policy's others.
      const others = merged.has(policy) ? {} : { severity: 'off' as const };
      if (severity !== undefined)
        merged.set(policy, { ...others, ...before, checks: { ...before.checks, [check]: severity } });
      continue;
    }
    merged.set(policy, {
      ...before,
      ...(severity !== undefined && { severity }),
      ...(severity !== undefined && severity !== 'off' && before.severity === 'off' && { checks: {} }),
      ...(params && { params: { ...before.params, ...params } }),
      ...(unknown && { unknown }),
    });
  }
  return merged;
}

function normal(setting: PolicySetting): {
  severity?: Severity | 'off';
  params?: Readonly<Record<string, unknown>>;
  unknown?: 'skip' | 'report';
} {
  if (setting === false) return { severity: 'off' };
  if (typeof setting === 'string') return { severity: setting };
  const { severity, params, unknown } = setting;
  return {
    ...(severity !== undefined && { severity: severity === false ? 'off' : severity }),
    ...(params && { params }),
    ...(unknown && { unknown }),
  };
}
