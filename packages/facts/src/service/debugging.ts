import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import { debugSwitches } from './debug-switches.ts';

/** True where an entry asks for debugging or a development mode; unresolved where a variable decides. */
export function isDebugging({ settings }: EnvironmentEntry): Maybe<boolean> {
  const asks = Object.hasOwn(debugSwitches, settings.name) ? debugSwitches[settings.name] : undefined;
  const value = settings.value?.value;
  if (!asks || value === undefined) return false;
  return isUnsure(value) ? value : asks.test(value);
}
