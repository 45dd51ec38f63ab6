import { cleanPath } from '../canonical/volumes.ts';
import { at, isNull, type Located } from '../located.ts';
import { resolvePath } from '../resolve-path.ts';
import { scalarText } from '../scalar-text.ts';
import type { Plain } from './plain.ts';
import { items, list, mapItems, path, plain, record, words } from './plain-value.ts';

/** A service as plain data with Compose's defaults filled in. */
export function plainService(service: Located): Plain {
  const result = plain(service, '', []) as Record<string, Plain>;
  // Docker prints what env files hold in their place, or nothing.
  delete result.env_file;
  const put = (key: string, value: Plain | undefined) => {
    if (value !== undefined) result[key] = value;
  };
  put('command', words(at(service, 'command')));
  put('entrypoint', words(at(service, 'entrypoint')));
  put('build', plainBuild(at(service, 'build')));
  for (const hook of ['post_start', 'pre_stop']) put(hook, mapItems(at(service, hook), plainHook));
  const options = at(service, 'provider', 'options');
  if (options?.kind === 'map')
    put('provider', { ...record(result.provider!), options: lists(record(plain(options, 'options', []))) });
  put('volumes', mapItems(at(service, 'volumes'), plainVolume));
  put(
    'ports',
    mapItems(at(service, 'ports'), (item) => ({ protocol: 'tcp', mode: 'ingress', ...record(plain(item, '', [])) })),
  );
  put('secrets', mapItems(at(service, 'secrets'), secretMount));
  put('depends_on', plainDependsOn(service));
  if (result.extra_hosts) put('extra_hosts', [...list(result.extra_hosts)].sort());
  if (result.gpus) put('gpus', list(result.gpus).map(deviceRequest));
  put('deploy', plainDeploy(at(service, 'deploy')));
  put('develop', plainDevelop(at(service, 'develop')));
  const attached = Object.keys(record(result.networks ?? null)).length > 0;
  if (!attached && !('network_mode' in result) && !('provider' in result)) result.networks = { default: null };
  const test = at(service, 'healthcheck', 'test');
  if (test?.kind === 'scalar' && !isNull(test))
    (result.healthcheck as Record<string, Plain>).test = ['CMD-SHELL', scalarText(test)];
  return result;
}

function plainDeploy(deploy: Located | undefined): Plain | undefined {
  if (!deploy) return undefined;
  const result = record(plain(deploy, '', []));
  const resources = record(result.resources ?? null);
  const reservations = record(resources.reservations ?? null);
  if (!reservations.devices) return result;
  const devices = list(reservations.devices).map(deviceRequest);
  return { ...result, resources: { ...resources, reservations: { ...reservations, devices } } };
}

/** All devices, where neither a number nor names are given. */
function deviceRequest(request: Plain): Plain {
  const given = record(request);
  return 'count' in given || 'device_ids' in given ? given : { ...given, count: '-1' };
}

function plainDevelop(develop: Located | undefined): Plain | undefined {
  if (!develop) return undefined;
  const watch = mapItems(at(develop, 'watch'), (item) => plain(item, '', ['path']));
  return { ...record(plain(develop, '', [])), ...(watch && { watch }) };
}

function plainBuild(build: Located | undefined): Plain | undefined {
  if (build?.kind !== 'map') return undefined;
  const inline: Record<string, Plain> = at(build, 'dockerfile_inline') ? {} : { dockerfile: 'Dockerfile' };
  const contexts = at(build, 'additional_contexts');
  const named =
    contexts?.kind === 'map'
      ? Object.fromEntries(Array.from(contexts.entries, ([key, { value }]) => [key, path(value)]))
      : {};
  return {
    context: resolvePath(build.folder, '.') ?? 'outside',
    ...inline,
    ...record(plain(build, '', ['context'])),
    ...(build.entries.has('extra_hosts') && { extra_hosts: items(at(build, 'extra_hosts')).sort() }),
    additional_contexts: named,
  };
}

function plainVolume(volume: Located): Plain {
  const bind = at(volume, 'type');
  const target = at(volume, 'target');
  const isBind = bind?.kind === 'scalar' && bind.value === 'bind';
  const clean: Record<string, Plain> = target?.kind === 'scalar' ? { target: cleanPath(scalarText(target)) } : {};
  return { ...record(plain(volume, '', isBind ? ['source'] : [])), ...clean };
}

/** Options of a provider may be repeated. */
function lists(options: Record<string, Plain>): Plain {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
  );
}

function plainHook(hook: Located): Plain {
  const command = words(at(hook, 'command'));
  return { ...record(plain(hook, '', [])), ...(command !== undefined && { command }) };
}

function secretMount(mount: Located): Plain {
  const source = at(mount, 'source');
  const target: Record<string, Plain> =
    source?.kind === 'scalar' ? { target: `/run/secrets/${scalarText(source)}` } : {};
  return { ...target, ...record(plain(mount, '', [])) };
}

/** What `links`, shared namespaces and `volumes_from` imply is part of it. */
function plainDependsOn(service: Located): Plain {
  const result: Record<string, Plain> = {};
  const started = (restart: boolean): Plain => ({
    condition: 'service_started',
    restart: String(restart),
    required: 'true',
  });
  const own = at(service, 'depends_on');
  if (own?.kind === 'map') {
    for (const [name, { value }] of own.entries) {
      result[name] = { condition: 'service_started', required: 'true', ...record(plain(value, '', [])) };
    }
  }
  for (const link of items(at(service, 'links'))) result[link.split(':')[0]!] ??= started(true);
  for (const key of ['network_mode', 'ipc', 'pid', 'uts', 'cgroup']) {
    for (const mode of items(at(service, key)))
      if (mode.startsWith('service:')) result[mode.slice(8)] ??= started(true);
  }
  for (const from of items(at(service, 'volumes_from'))) {
    if (!from.startsWith('container:')) result[from.split(':')[0]!] ??= started(false);
  }
  return result;
}
