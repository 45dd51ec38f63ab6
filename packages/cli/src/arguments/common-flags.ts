import { CONFIG_OPTION } from '@dockwarden-internal/run/options/config-option';
import type { Io } from '../io.ts';
import type { FlagTable, OptionValues } from './option-entry.ts';

export const CONFIG_FLAG = { config: CONFIG_OPTION } as const satisfies FlagTable;

/** Of commands that write files. */
export const PLAN_FLAG = {
  'dry-run': { type: 'boolean', description: 'Prints what would be written as a diff and writes nothing.' },
} as const satisfies FlagTable;

export const COLOUR_FLAGS = {
  color: { type: 'boolean', description: 'Colours the output even where it is no terminal.' },
  'no-color': { type: 'boolean', description: 'Never colours the output.' },
} as const satisfies FlagTable;

export function configOf(values: OptionValues): { readonly config?: string } {
  const config = values['config'] as string | undefined;
  return config === undefined ? {} : { config };
}

export function colourOf(values: OptionValues, { colour }: Pick<Io, 'colour'>): boolean {
  return values['no-color'] !== true && (values['color'] === true || colour);
}

/** The first of the options that say what a change is compared with, where none is asked about. */
export function strayRef(values: OptionValues, names: readonly string[] = ['base', 'head']): string | undefined {
  const stray = values['affected'] === true ? undefined : names.find((name) => values[name] !== undefined);
  return stray === undefined ? undefined : `--${stray} goes with --affected`;
}
