import { CONFIG_OPTION } from './config-option.ts';
import type { OptionsOf, OptionTable } from './option-table.ts';

/** How digests are pinned. */
export const PIN_OPTIONS = {
  refresh: {
    type: 'boolean',
    description: 'Also sets build.refresh to today, so that packages and downloads are renewed.',
  },
  config: CONFIG_OPTION,
} as const satisfies OptionTable;

export type PinValues = OptionsOf<typeof PIN_OPTIONS>;
