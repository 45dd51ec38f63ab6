import type { Diagnostic, SourceText } from '@dockwarden-internal/syntax';
import type { ConditionDocument } from '../document.ts';
import { type Located, readLocated } from './located.ts';
import { termsSchema } from './schema.ts';
import { validate } from './validate.ts';

/** A file of shared terms. */
export interface LoadedTerms {
  /** By the name that policies use: `id/name`. */
  readonly terms: Readonly<Record<string, ConditionDocument>>;
  readonly located: Located;
  readonly diagnostics: readonly Diagnostic[];
}

export function loadTerms(source: SourceText): LoadedTerms {
  const located = readLocated(source, 'terms/yaml');
  const { data, diagnostics } = validate(located, termsSchema, 'terms/shape');
  const entries = Object.entries(data?.terms ?? {}).map(([name, term]) => [`${data!.id}/${name}`, term] as const);
  return { terms: Object.fromEntries(entries), located, diagnostics };
}
