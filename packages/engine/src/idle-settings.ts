import type { World } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import { builtinFinding } from './builtin-findings.ts';
import type { Finding } from './finding.ts';

/** What is said of settings for projects and files that are not there. */
export const IDLE_SETTING = 'configuration/unused';

/** Where a configuration names projects or files that are not there, so that what it sets for them counts nowhere. */
export interface IdleSetting {
  readonly message: string;
  readonly place: Place;
}

export function idleSettingFinding(world: World, setting: IdleSetting): Finding {
  return builtinFinding(
    { kind: 'workspace', node: world },
    { id: IDLE_SETTING, severity: 'warning', category: 'maintainability', ...setting },
  );
}
