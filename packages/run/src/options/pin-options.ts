import type { OptionsOf, OptionTable } from './option-table.ts';

/** How digests are pinned. */
export const PIN_OPTIONS = {
  refresh: {
    type: 'boolean',
    description: 'Also sets build.refresh to today, so that packages and downloads are renewed.',
  },
  config: { type: 'string', value: 'FILE', description: 'Configuration instead of dockwarden.yaml.' },
} as const satisfies OptionTable;

export type PinValues = OptionsOf<typeof PIN_OPTIONS>;
