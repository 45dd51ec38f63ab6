import type { OptionEntry } from './option-table.ts';

/** What nearly everything that is asked for takes. */
export const CONFIG_OPTION = {
  type: 'string',
  value: 'FILE',
  description: 'Configuration instead of dockwarden.yaml.',
} as const satisfies OptionEntry;
