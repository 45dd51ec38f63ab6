import type { Diagnostic, SourceText } from '@dockwarden-internal/syntax';
import type { ConditionDocument } from '../document.ts';
import { readLocated } from './located.ts';
import { termsSchema } from './schema.ts';
import { validate } from './validate.ts';

/** Reads a file of shared terms; each is known to policies as `id/name`. */
export function loadTerms(source: SourceText): {
  readonly terms: Readonly<Record<string, ConditionDocument>>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { data, diagnostics } = validate(readLocated(source, 'policy/yaml'), termsSchema, 'terms/shape');
  if (!data) return { terms: {}, diagnostics };
  return {
    terms: Object.fromEntries(Object.entries(data.terms).map(([name, term]) => [`${data.id}/${name}`, term])),
    diagnostics: [],
  };
}
