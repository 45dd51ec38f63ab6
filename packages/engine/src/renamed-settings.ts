import type { World } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import { builtinFinding } from './builtin-findings.ts';
import type { Finding } from './finding.ts';

/** Where a configuration says a name that a policy had before it was replaced. */
export interface RenamedSetting {
  readonly name: string;
  readonly now: string;
  readonly place: Place;
}

export function renamedFinding(world: World, { name, now, place }: RenamedSetting): Finding {
  return builtinFinding(
    { kind: 'workspace', node: world },
    {
      id: 'configuration/renamed',
      severity: 'info',
      category: 'maintainability',
      message: `${name} is called ${now} now: write that`,
      place,
    },
  );
}
