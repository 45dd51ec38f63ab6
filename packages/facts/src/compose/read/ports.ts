import type { Place } from '@dockwarden-internal/syntax';
import { at, type Located } from '../located.ts';
import { numberSetting, type Setting, textSetting } from './setting.ts';

/** One published port; a range in a file is one of these for each port. */
export interface PortSettings {
  /** The host's port, or a range of which Compose picks one; absent: any free port. */
  readonly published?: Setting<string>;
  /** The container's port; `unresolved` also for a range too long to write out. */
  readonly target?: Setting<number>;
  readonly protocol: string;
  /** The host's address; absent: every address. */
  readonly address?: Setting<string>;
  readonly mode: string;
  /** As written, of the whole entry. */
  readonly text: string;
  readonly place: Place;
  readonly fixable: boolean;
  readonly value: Located;
}

export function readPorts(service: Located): PortSettings[] {
  const list = at(service, 'ports');
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => {
    const { source, span } = item.place;
    return {
      published: textSetting(at(item, 'published')),
      target: numberSetting(at(item, 'target')),
      protocol: textSetting(at(item, 'protocol'))?.text ?? 'tcp',
      address: textSetting(at(item, 'host_ip')),
      mode: textSetting(at(item, 'mode'))?.text ?? 'ingress',
      text: source.text.slice(span.start, span.end),
      place: item.place,
      fixable: item.fixable,
      value: item,
    };
  });
}
