import { checksOf, type PolicyDocument, type PolicySettings } from '@dockwarden-internal/policy';
import { amended } from '@dockwarden-internal/policy/config/amend-params';
import { ownEntry } from '@dockwarden-internal/syntax';

/** What a setting comes to: how severe each check is, with which values of parameters. */
export interface EffectiveSetting {
  /** By name of the check; '' for the single one, or where there is no document. */
  readonly severities: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly unknown: string | undefined;
  /** Checks that have a severity of their own, which a later word on the whole policy does not touch; told only where such a word may come. */
  readonly held?: readonly string[];
}

const OFF: PolicySettings = { severity: 'off' };

/** Policies that are off are all the same, whatever their parameters. `isAmended`: whether something is said of the policy later. */
export function effectiveSetting(
  settings: PolicySettings | undefined,
  document: PolicyDocument | undefined,
  isAmended = false,
): EffectiveSetting {
  const given = settings ?? OFF;
  // A rule of ShellCheck, of which nothing said is not off: it is as severe as ShellCheck has it.
  if (!document) return { severities: { '': settings?.severity ?? 'unsaid' }, params: {}, unknown: undefined };
  const severities = Object.fromEntries(
    checksOf(document).map(([name, check]) => [
      name ?? '',
      (name === undefined ? undefined : ownEntry(given.checks, name)) ??
        (given.severity === 'off' ? 'off' : (check.severity ?? given.severity ?? document.severity)),
    ]),
  );
  if (Object.values(severities).every((severity) => severity === 'off'))
    return { severities, params: {}, unknown: undefined };
  const held = isAmended && { held: Object.keys(given.checks ?? {}).sort() };
  return { severities, params: valuesOf(given, document), unknown: given.unknown, ...held };
}

/** The values of a policy's parameters, whether it is off or not. */
export function valuesOf(
  settings: PolicySettings | undefined,
  document: PolicyDocument | undefined,
): Readonly<Record<string, unknown>> {
  const { params = {} } = settings ?? {};
  return Object.fromEntries(
    Object.entries(document?.params ?? {}).map(([name, { default: byDefault }]) => [
      name,
      Object.hasOwn(params, name) ? amended(byDefault, params[name]) : byDefault,
    ]),
  );
}

export function sameSetting(one: EffectiveSetting, other: EffectiveSetting): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function withoutHeld({ held: _, ...setting }: EffectiveSetting): EffectiveSetting {
  return setting;
}
