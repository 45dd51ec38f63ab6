import { vocabulary } from '@dockwarden-internal/facts';
import type { ConditionDocument } from '@dockwarden-internal/policy';
import type { Diagnostic, SourceText } from '@dockwarden-internal/syntax';

/** Shared terms by name. */
export type Terms = Readonly<Record<string, ConditionDocument>>;

/** Reads files of shared terms, and holds each term against the facts. */
export async function sharedTerms(sources: readonly SourceText[], base: Terms) {
  const terms: Record<string, ConditionDocument> = { ...base };
  const places = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  if (sources.length === 0) return { terms, places, diagnostics };
  const [{ checkTerms, loadTerms }, { linearPattern }] = await Promise.all([
    import('@dockwarden-internal/policy/load'),
    import('./linear-pattern.ts'),
  ]);
  const loaded = sources.map((source) => loadTerms(source));
  for (const [index, file] of loaded.entries()) {
    diagnostics.push(...file.diagnostics);
    for (const [name, term] of Object.entries(file.terms)) {
      const other = places.get(name) ?? (Object.hasOwn(base, name) ? 'a term that comes with dockwarden' : undefined);
      if (other !== undefined) {
        const place = file.located.place(['terms', name.slice(name.indexOf('/') + 1)], true);
        const message = `the term ${name} is there already, in ${other}`;
        diagnostics.push({ code: 'terms/name', message, hint: 'give it another name', place, exit: 2 });
        continue;
      }
      terms[name] = term;
      places.set(name, sources[index]!.path);
    }
  }
  const around = { vocabulary, compilePattern: linearPattern, sharedTerms: terms };
  for (const file of loaded) diagnostics.push(...checkTerms(file, around));
  return { terms, places, diagnostics };
}
