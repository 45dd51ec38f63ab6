import type { YamlNode, YamlScalar } from '@dockwarden-internal/syntax';
import type { ComposeFaults } from '../faults.ts';
import type { Located } from '../located.ts';

const DEVICE = ['capabilities', 'device_ids', 'options'];

/**
 * Lists of which no item may be there twice, and that Compose does not see to itself before it looks; `*` is any item, or
 * any key. Source: `uniqueItems` of the Compose Specification's schema, without the paths of compose-go override.unique.
 */
const SERVICE = [
  'build.extra_hosts',
  'build.no_cache_filter',
  'build.ssh',
  'depends_on',
  ...DEVICE.map((key) => `deploy.resources.reservations.devices.*.${key}`),
  'develop.watch.*.exec.environment',
  'develop.watch.*.ignore',
  'develop.watch.*.include',
  'device_cgroup_rules',
  'external_links',
  'extra_hosts',
  ...DEVICE.map((key) => `gpus.*.${key}`),
  'group_add',
  'models',
  'networks',
  'post_start.*.environment',
  'pre_stop.*.environment',
  'security_opt',
  'volumes.*.volume.labels',
  'volumes_from',
];
const LISTS = [
  ...SERVICE.map((path) => `services.*.${path}`),
  ...['configs', 'secrets', 'volumes'].map((section) => `${section}.*.labels`),
].map((path) => path.split('.'));

/** Faults for lists that name the same twice in one file. What a second file repeats, merging drops. */
export function checkDistinct(root: Located, faults: ComposeFaults): void {
  for (const path of LISTS) {
    const shown = path.slice(2).filter((key) => key !== '*');
    // As written: lists of names are maps by now, and merged values keep the node of their base.
    for (const { node } of valuesAt(root, path))
      if (node?.kind === 'list') checkList(node.items, shown.join('.'), faults);
  }
}

function checkList(items: readonly YamlNode[], path: string, faults: ComposeFaults): void {
  const seen = new Set<YamlScalar['value']>();
  for (const item of items) {
    if (item.kind !== 'scalar' || item.tag === '!reset') continue;
    const { value, source, span, via } = item;
    if (seen.has(value))
      faults.add('repeated', `\`${value}\` is in \`${path}\` already.`, { source, span: via ?? span });
    seen.add(value);
  }
}

function valuesAt(value: Located, [key, ...rest]: readonly string[]): Located[] {
  if (key === undefined) return [value];
  if (value.kind === 'scalar') return [];
  if (key === '*') {
    const inner = value.kind === 'list' ? value.items : Array.from(value.entries.values(), (entry) => entry.value);
    return inner.flatMap((each) => valuesAt(each, rest));
  }
  const found = value.kind === 'map' ? value.entries.get(key)?.value : undefined;
  return found ? valuesAt(found, rest) : [];
}
