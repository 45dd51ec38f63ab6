import type { ComposeFaults } from '../faults.ts';
import { at, isNull, type Located, type LocatedMap, mapOf } from '../located.ts';
import { type Form, formContext } from './form.ts';
import { buildArguments, keyValues, namesToMap, toList, variables } from './key-values.ts';
import { canonicalPorts } from './ports.ts';
import {
  canonicalBuild,
  canonicalContexts,
  canonicalDependsOn,
  canonicalDevices,
  canonicalDns,
  canonicalEnvFiles,
  canonicalExternal,
  canonicalFileMounts,
  canonicalGpus,
  canonicalHosts,
  canonicalSsh,
} from './short-forms.ts';
import { canonicalVolumes } from './volumes.ts';

type Forms = { readonly [key: string]: Form };

/** Applies forms to the keys of a map that have one; what is no map stays. */
const inside =
  (forms: Forms): Form =>
  (value, context) => {
    if (value.kind !== 'map') return value;
    let changed: LocatedMap | undefined;
    for (const [key, form] of Object.entries(forms)) {
      const entry = value.entries.get(key);
      if (!entry) continue;
      const canonical = form(entry.value, context);
      if (canonical === entry.value) continue;
      changed ??= { ...value, entries: new Map(value.entries) };
      (changed.entries as Map<string, typeof entry>).set(key, { ...entry, value: canonical });
    }
    return changed ?? value;
  };

/** Applies a form to every value of a map, or every item of a list. */
const each =
  (form: Form): Form =>
  (value, context) => {
    if (value.kind === 'list') return { ...value, items: value.items.map((item) => form(item, context)) };
    if (value.kind !== 'map') return value;
    return mapOf(
      value,
      Array.from(value.entries.values(), (entry) => ({ ...entry, value: form(entry.value, context) })),
    );
  };

const labelled = inside({ labels: keyValues });

const BUILD: Forms = {
  additional_contexts: canonicalContexts,
  args: buildArguments,
  extra_hosts: canonicalHosts,
  labels: keyValues,
  secrets: canonicalFileMounts,
  ssh: canonicalSsh,
  cache_from: toList,
  cache_to: toList,
  platforms: toList,
  tags: toList,
};

/** Of whatever is a container: services, jobs, and what runs before a service starts. */
const CONTAINER: Forms = {
  annotations: keyValues,
  configs: canonicalFileMounts,
  devices: canonicalDevices,
  dns: canonicalDns,
  dns_opt: toList,
  dns_search: toList,
  env_file: canonicalEnvFiles,
  environment: variables,
  extra_hosts: canonicalHosts,
  gpus: canonicalGpus,
  label_file: toList,
  labels: keyValues,
  models: namesToMap,
  networks: namesToMap,
  secrets: canonicalFileMounts,
  sysctls: keyValues,
  tmpfs: toList,
  volumes: (value, context) => each(inside({ volume: labelled }))(canonicalVolumes(value, context), context),
};

const WORKLOAD: Forms = {
  ...CONTAINER,
  build: (value, context) => inside(BUILD)(canonicalBuild(value), context),
  depends_on: canonicalDependsOn,
  expose: toList,
  ports: canonicalPorts,
};

const hooks = each(inside({ environment: variables }));

const SERVICE: Forms = {
  ...WORKLOAD,
  deploy: labelled,
  develop: inside({
    watch: each(inside({ exec: inside({ environment: variables }), ignore: toList, include: toList })),
  }),
  post_start: hooks,
  pre_start: each(inside(CONTAINER)),
  pre_stop: hooks,
};

const resource: Form = (value, context) => labelled(canonicalExternal(value, context), context);

const ROOT: Forms = {
  services: each(inside(SERVICE)),
  jobs: each(inside(WORKLOAD)),
  networks: each(resource),
  volumes: each(resource),
  secrets: each(resource),
  configs: each(resource),
};

/**
 * A document with every short form written out, so that merging meets one form only. Defaults are not filled in: a
 * default in an overriding file would hide a value of the base.
 * Source: Compose file reference; compose-go transform.
 */
export function canonical(root: Located, faults: ComposeFaults): Located {
  for (const section of Object.keys(ROOT)) {
    const value = at(root, section);
    if (value && value.kind !== 'map' && !isNull(value))
      faults.add('section', `\`${section}\` is a map of names.`, value.place);
  }
  return inside(ROOT)(root, formContext(faults));
}
