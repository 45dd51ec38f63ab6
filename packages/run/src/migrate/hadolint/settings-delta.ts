import {
  overlay,
  type PolicyDocument,
  type PolicySetting,
  type PolicySettings,
  type Settings,
} from '@dockwarden-internal/policy';
import { type EffectiveSetting, effectiveSetting, sameSetting, valuesOf, withoutHeld } from './effective-setting.ts';

export type SettingEntries = Readonly<Record<string, PolicySetting>>;

export interface DeltaInput {
  /** What holds without the entries; those that are given are laid over it at once with them. */
  readonly from: (entries: SettingEntries) => Settings;
  /** What is to hold. */
  readonly to: Settings;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  /** Policies of which something is said later. */
  readonly amended: ReadonlySet<string>;
}

/**
 * The fewest entries of a configuration that turn what holds into what is to hold, each proved by laying it over. Nothing is said where no entry
 * says it: whether all was said is for the caller to see.
 */
export function settingsDelta({ from, to, documents, amended }: DeltaInput): SettingEntries {
  const before = from({});
  const entries: Record<string, PolicySetting> = {};
  for (const id of [...new Set([...to.keys(), ...before.keys()])].sort()) {
    const document = documents.get(id);
    const comesTo = (settings: Settings) => effectiveSetting(settings.get(id), document, amended.has(id));
    const wanted = comesTo(to);
    if (sameSetting(comesTo(before), wanted)) continue;
    const ways = waysTo(id, wanted, before.get(id), to.get(id), document);
    const way =
      ways.find((each) => sameSetting(comesTo(from(each)), wanted)) ??
      ways.find((each) => sameSetting(withoutHeld(comesTo(from(each))), withoutHeld(wanted)));
    Object.assign(entries, way);
  }
  return entries;
}

/** Ways to say it, the shortest first. */
function waysTo(
  id: string,
  wanted: EffectiveSetting,
  before: PolicySettings | undefined,
  to: PolicySettings | undefined,
  document: PolicyDocument | undefined,
): SettingEntries[] {
  // Nothing takes back what was said of a rule of ShellCheck.
  if (!document && wanted.severities[''] === 'unsaid') return [];
  const there = effectiveSetting(before, document);
  const values = valuesOf(before, document);
  const differing = Object.entries(wanted.params).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(values[name]),
  );
  const more = {
    ...(differing.length > 0 && { params: Object.fromEntries(differing) }),
    ...(wanted.unknown !== before?.unknown && { unknown: (wanted.unknown ?? 'skip') as 'skip' | 'report' }),
  };
  const hasMore = Object.keys(more).length > 0;
  const own = commonOf(wanted) ?? severityOf(to, document);
  const whole: PolicySetting = hasMore && own !== 'off' ? { severity: own, ...more } : own;
  const checks = (wants: (name: string) => boolean): SettingEntries =>
    Object.fromEntries(
      Object.entries(wanted.severities)
        .filter(([name]) => name !== '' && wants(name))
        .map(([name, severity]) => [`${id}/${name}`, severity as 'error']),
    );
  const ofSome = checks((name) => there.severities[name] !== wanted.severities[name]);
  const runs = Object.values(there.severities).some((severity) => severity !== 'off');
  // Parameters alone would start what is off, without saying how severe it is.
  const onlyMore: SettingEntries = hasMore && runs ? { [id]: more } : {};
  const laid = effectiveSetting(
    overlay(before ? new Map([[id, before]]) : new Map(), { [id]: whole }).get(id),
    document,
  );
  const rest = checks((name) => laid.severities[name] !== wanted.severities[name]);
  const ways: SettingEntries[] = [
    onlyMore,
    { [id]: whole },
    { ...onlyMore, ...ofSome },
    { [id]: whole, ...rest },
    { ...onlyMore, ...checks((name) => wanted.held?.includes(name) === true) },
    { [id]: whole, ...checks((name) => wanted.held?.includes(name) === true) },
    { [id]: whole, ...checks(() => true) },
    { ...onlyMore, ...checks(() => true) },
  ];
  return ways
    .filter((way) => Object.keys(way).length > 0)
    .sort((one, other) => Object.keys(one).length - Object.keys(other).length);
}

/** What all checks of a policy have in common. */
function commonOf({ severities }: EffectiveSetting): 'error' | 'warning' | 'info' | 'off' | undefined {
  const [one, ...others] = new Set(Object.values(severities));
  return others.length === 0 ? (one as 'error' | undefined) : undefined;
}

function severityOf(
  settings: PolicySettings | undefined,
  document: PolicyDocument | undefined,
): 'error' | 'warning' | 'info' | 'off' {
  if (!settings) return 'off';
  return settings.severity ?? document?.severity ?? 'off';
}
