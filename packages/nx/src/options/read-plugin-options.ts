import { suggest } from '@dockwarden-internal/syntax';
import { PLUGIN_OPTIONS, type PluginOptions } from './plugin-options.ts';
import { wanted } from './read-values.ts';

export interface ReadPluginOptions {
  readonly options: PluginOptions;
  /** What of them counts as not given, and why: a sentence each. */
  readonly faults: readonly string[];
}

type Values = Record<string, unknown>;

/** Targets whose name no option changes. */
export const DAY_TARGETS = [
  'docker-run',
  'docker-shell',
  'docker-logs',
  'docker-inspect',
  'compose-up',
  'compose-down',
];
/** What names targets of ours; `sourceTargetName` names one of the projects'. */
const OWN_TARGETS = ['targetName', 'buildTargetName', 'pushTargetName', 'extractTargetName', 'scanTargetName'] as const;
type OwnTarget = (typeof OWN_TARGETS)[number];

/**
 * Reads what nx.json says of the plugin. Nx hands it over as it stands, and an error would break every command of Nx: an option that is
 * wrong counts as not given.
 */
export function readPluginOptions(raw: unknown): ReadPluginOptions {
  if (raw === undefined || raw === null) return { options: {}, faults: [] };
  if (typeof raw !== 'object' || Array.isArray(raw))
    return { options: {}, faults: [`options is ${JSON.stringify(raw)}; it has to be an object.`] };
  const faults: string[] = [];
  const values: Values = {};
  for (const [name, value] of Object.entries(raw)) {
    const fault = faultOf(name, value);
    if (fault === undefined) values[name] = value;
    else faults.push(fault);
  }
  for (const name of OWN_TARGETS) {
    const other = sharedWith(name, values);
    if (other === undefined) continue;
    faults.push(
      `${name} is ${JSON.stringify(values[name])}, which is the name of another target (${other}); give each a name of its own. All targets keep their usual names.`,
    );
    for (const each of OWN_TARGETS) delete values[each];
  }
  return { options: values as PluginOptions, faults };
}

function faultOf(name: string, value: unknown): string | undefined {
  const entry = Object.hasOwn(PLUGIN_OPTIONS, name) ? PLUGIN_OPTIONS[name as keyof PluginOptions] : undefined;
  if (!entry) {
    const near = suggest(name, Object.keys(PLUGIN_OPTIONS));
    return near === undefined ? `There is no option ${name}.` : `There is no option ${name}; did you mean ${near}?`;
  }
  const fits =
    entry.type === 'string[]'
      ? Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')
      : typeof value === entry.type && value !== '';
  if (fits) return undefined;
  const remedy = entry.type === 'string[]' && typeof value === 'string' ? `: ${JSON.stringify([value])}` : '';
  return `${name} is ${JSON.stringify(value)}; it has to be ${wanted(entry)}${remedy}.`;
}

/** The option, or the target itself, that has the name that this option asks for. */
function sharedWith(name: OwnTarget, values: Values): string | undefined {
  if (values[name] === undefined) return undefined;
  const called = (option: OwnTarget) => values[option] ?? PLUGIN_OPTIONS[option].default;
  return [
    ...OWN_TARGETS.filter((other) => other !== name && called(other) === called(name)),
    ...DAY_TARGETS.filter((other) => other === called(name)),
  ][0];
}
