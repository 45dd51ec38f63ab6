import { MAX_PORTS } from '../bounds.ts';
import type { ComposeFaults } from '../faults.ts';
import type { Located } from '../located.ts';

/** What the forms of one document share. */
export interface FormContext {
  readonly faults: ComposeFaults;
  /** How many ports may still be written out of ranges. */
  portsLeft: number;
}

/** Rewrites a value into its canonical form; one that is there already is answered as it is. */
export type Form = (value: Located, context: FormContext) => Located;

export function formContext(faults: ComposeFaults): FormContext {
  return { faults, portsLeft: MAX_PORTS };
}
