import type { Diagnostic, Place, SourceText } from '@dockwarden-internal/syntax';
import { readLocated } from './located.ts';
import { validate } from './validate.ts';
import type { WaiverEntry, WaiversDocument } from './waivers-document.ts';
import { waiversSchema } from './waivers-schema.ts';

export interface LoadedWaivers {
  /** Empty where the file has a fault. */
  readonly waivers: readonly LoadedWaiver[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoadedWaiver extends WaiverEntry {
  /** Where a key of it is written; the waiver itself where it is not. */
  readonly placeOf: (key: keyof WaiverEntry) => Place;
}

export function loadWaivers(source: SourceText): LoadedWaivers {
  const located = readLocated(source, 'waivers/yaml');
  const { data, diagnostics } = validate(located, waiversSchema, 'waivers/shape');
  const { waivers = [] }: Partial<WaiversDocument> = data ?? {};
  return {
    waivers: waivers.map((entry, index) => ({ ...entry, placeOf: (key) => located.place(['waivers', index, key]) })),
    diagnostics,
  };
}
