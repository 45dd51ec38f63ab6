import type { OptionEntry } from '@dockwarden-internal/run/options/option-table';

/** An option of an executor, a generator or the plugin. */
export interface NxOptionEntry extends OptionEntry {
  /** Place among the arguments that have no name. */
  readonly position?: number;
  /** Where a form in an editor finds the choices. */
  readonly dropdown?: 'projects';
  /** Written by inference or by other generators, not by people. */
  readonly hidden?: true;
}

export type NxOptionTable = Readonly<Record<string, NxOptionEntry>>;

/** What the option does, in a place where the names of options stand without dashes: a boolean that is true is spoken of negated. */
export function meaning(name: string, { default: standard, description }: NxOptionEntry): string {
  return standard === true ? `With --no-${name}: ${description[0]!.toLowerCase()}${description.slice(1)}` : description;
}
