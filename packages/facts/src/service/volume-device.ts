import { at } from '../compose/located.ts';
import { textSetting } from '../compose/read/setting.ts';
import type { Maybe } from '../kernel/unsure.ts';
import type { Service } from '../model/service.ts';

/** The folder or device of the host that a named volume stands for, by `driver_opts.device`; absent for a volume of the engine's own. */
export function volumeDevice(service: Service, name: string): Maybe<string> {
  return textSetting(at(service.compose.model.root, 'volumes', name, 'driver_opts', 'device'))?.value;
}
