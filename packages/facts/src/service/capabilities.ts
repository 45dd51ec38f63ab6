import type { Setting } from '../compose/read/setting.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Word } from '../model/command.ts';
import { wordOf } from './words.ts';

/** Names of capabilities as the kernel knows them: `net_admin` and `CAP_NET_ADMIN` are `NET_ADMIN`. Source: moby/moby oci/caps. */
export function capabilitiesOf(names: readonly Setting<string>[]): readonly Word[] {
  return names.map((name) => {
    const { value } = name;
    return { ...wordOf(name), value: isUnsure(value) ? value : value.toUpperCase().replace(/^CAP_/, '') };
  });
}
