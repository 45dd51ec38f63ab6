import type { Place } from '@dockwarden-internal/syntax';
import { at, type LocatedEntry, type LocatedMap } from '../located.ts';
import { readDuration } from './quantities.ts';
import { flagSetting, numberSetting, type Setting, setting, textSetting, textSettings } from './setting.ts';

/** A service of a merged model. Its simple settings are read by key, the others by the readers of this folder. */
export interface ServiceSettings {
  readonly name: string;
  /** Of the name, in the first file that has it. */
  readonly place: Place;
  readonly value: LocatedMap;
}

export function serviceSettings(entry: LocatedEntry): ServiceSettings | undefined {
  return entry.value.kind === 'map' ? { name: entry.key, place: entry.place, value: entry.value } : undefined;
}

/** Keys of a service whose value is one text. */
export type TextKey =
  | 'image'
  | 'container_name'
  | 'hostname'
  | 'domainname'
  | 'user'
  | 'working_dir'
  | 'network_mode'
  | 'pid'
  | 'ipc'
  | 'userns_mode'
  | 'cgroup'
  | 'cgroup_parent'
  | 'uts'
  | 'isolation'
  | 'runtime'
  | 'restart'
  | 'platform'
  | 'pull_policy'
  | 'stop_signal'
  | 'mac_address';

export type FlagKey =
  | 'privileged'
  | 'read_only'
  | 'init'
  | 'tty'
  | 'stdin_open'
  | 'oom_kill_disable'
  | 'use_api_socket';

/** Keys of a service whose value is a list of texts. */
export type ListKey =
  | 'cap_add'
  | 'cap_drop'
  | 'security_opt'
  | 'profiles'
  | 'links'
  | 'external_links'
  | 'expose'
  | 'dns'
  | 'dns_search'
  | 'dns_opt'
  | 'extra_hosts'
  | 'group_add'
  | 'volumes_from'
  | 'device_cgroup_rules'
  | 'label_file';

export function readText(service: ServiceSettings, key: TextKey): Setting<string> | undefined {
  return textSetting(at(service.value, key));
}

export function readFlag(service: ServiceSettings, key: FlagKey): Setting<boolean> | undefined {
  return flagSetting(at(service.value, key));
}

export function readList(service: ServiceSettings, key: ListKey): Setting<string>[] {
  return textSettings(at(service.value, key));
}

/** `deploy.replicas`, else `scale`; absent: one. */
export function readReplicas(service: ServiceSettings): Setting<number> | undefined {
  return numberSetting(at(service.value, 'deploy', 'replicas') ?? at(service.value, 'scale'));
}

/** `deploy.mode`: `replicated`, `global`, `replicated-job`, `global-job`; absent: `replicated`. */
export function readDeployMode(service: ServiceSettings): Setting<string> | undefined {
  return textSetting(at(service.value, 'deploy', 'mode'));
}

/** `deploy.restart_policy.condition`: `none`, `on-failure`, `any`. */
export function readRestartPolicy(service: ServiceSettings): Setting<string> | undefined {
  return textSetting(at(service.value, 'deploy', 'restart_policy', 'condition'));
}

/** Milliseconds; absent: ten seconds. */
export function readStopGracePeriod(service: ServiceSettings): Setting<number> | undefined {
  return setting(at(service.value, 'stop_grace_period'), readDuration);
}
