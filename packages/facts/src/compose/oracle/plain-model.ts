import type { ComposeModel } from '../load/model.ts';
import { at, type Located } from '../located.ts';
import type { Plain } from './plain.ts';
import { plainService } from './plain-service.ts';
import { list, plain, record } from './plain-value.ts';

/** A model as plain data with Compose's defaults filled in: what `docker compose config` prints, names left out. */
export function plainModel(model: ComposeModel): Plain {
  const services: Record<string, Plain> = {};
  for (const service of model.services) services[service.name] = plainService(service.value);
  // A service without networks is on the network `default`, which then exists.
  const usesDefault = Object.values(services).some((service) => 'default' in record(record(service).networks ?? null));
  const sections = ['networks', 'volumes', 'secrets', 'configs', 'models'].map((section) => {
    return [section, plainResources(at(model.root, section), section)] as const;
  });
  const result: Record<string, Plain> = { services, ...used(services, Object.fromEntries(sections)) };
  if (usesDefault) result.networks = { default: {}, ...record(result.networks ?? null) };
  return result;
}

/** The resources that some service uses; docker leaves the others out. */
function used(services: Record<string, Plain>, sections: Record<string, Plain>): Record<string, Plain> {
  const names: Record<string, Set<string>> = {
    networks: new Set(),
    volumes: new Set(),
    secrets: new Set(),
    configs: new Set(),
  };
  for (const service of Object.values(services).map(record)) {
    for (const name of Object.keys(record(service.networks ?? null))) names.networks!.add(name);
    const mounts: (readonly [string, Plain])[] = list(service.volumes).map((mount) => ['volumes', mount]);
    mounts.push(
      ...[...list(service.secrets), ...list(record(service.build ?? null).secrets)].map(
        (mount) => ['secrets', mount] as const,
      ),
    );
    mounts.push(...list(service.configs).map((mount) => ['configs', mount] as const));
    for (const [section, mount] of mounts) names[section]!.add(String(record(mount).source));
  }
  return Object.fromEntries(
    Object.entries(sections).map(([section, resources]) => {
      const kept = Object.entries(record(resources)).filter(([name]) => names[section]?.has(name) ?? true);
      return [section, Object.fromEntries(kept)];
    }),
  );
}

function plainResources(value: Located | undefined, section: string): Plain {
  if (value?.kind !== 'map') return {};
  const paths = section === 'secrets' || section === 'configs' ? ['file'] : [];
  return Object.fromEntries(Array.from(value.entries, ([key, entry]) => [key, plain(entry.value, key, paths)]));
}
