import { cleanPath } from '../canonical/volumes.ts';
import type { ComposeFaults } from '../faults.ts';
import { at, type Located } from '../located.ts';

/** Faults for mounts that lack a side, and for two of one target. Source: compose-go checkConsistency, loader.checkVolume. */
export function checkMounts(service: Located, faults: ComposeFaults): void {
  const seen = new Set<string>();
  const mount = (target: string, value: Located) => {
    if (seen.has(target)) faults.add('repeated', `Something is mounted to \`${target}\` already.`, value.place);
    seen.add(target);
  };
  const tmpfs = at(service, 'tmpfs');
  for (const item of tmpfs?.kind === 'list' ? tmpfs.items : tmpfs ? [tmpfs] : []) {
    const text = knownText(item);
    if (text) mount(text.split(':')[0]!, item);
  }
  for (const item of listAt(service, 'volumes')) {
    if (item.kind !== 'map') continue;
    const target = at(item, 'target');
    if (!target) faults.add('volume', 'The volume lacks `target`, the path in the container.', item.place);
    const text = knownText(target);
    if (text) mount(cleanPath(text), target!);
    if (knownText(at(item, 'type')) === 'bind' && !item.entries.has('source'))
      faults.add('volume', 'The bind mount lacks `source`, the path of the host.', item.place);
  }
  for (const item of listAt(service, 'devices')) {
    if (item.kind === 'map' && !item.entries.has('target'))
      faults.add('device', 'The device lacks `target`, the path in the container.', item.place);
  }
}

function listAt(service: Located, key: string): readonly Located[] {
  const value = at(service, key);
  return value?.kind === 'list' ? value.items : [];
}

function knownText(value: Located | undefined): string | undefined {
  return value?.kind === 'scalar' && value.holes.length === 0 && typeof value.value === 'string'
    ? value.value
    : undefined;
}
