import type { FactSettings } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';

/** What the configuration says that matters to generators. */
export interface SetupConfig {
  readonly settings: FactSettings;
  readonly build?: ConfigDocument['build'];
}
