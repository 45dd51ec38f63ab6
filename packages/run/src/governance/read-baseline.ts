import type { KnownFindings } from '@dockwarden-internal/engine';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import { baselineOf } from './baseline-text.ts';
import { type Governed, namedFile } from './named-file.ts';

const BASELINE_FILE = 'dockwarden.baseline.json';

export interface ReadBaseline {
  /** From the root; there may be none. */
  readonly path: string;
  readonly known?: KnownFindings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the findings that were known when the baseline was written. One that is about to be written may be missing. */
export async function readBaseline(
  governed: Governed,
  { mayBeAbsent = false }: { readonly mayBeAbsent?: boolean } = {},
): Promise<ReadBaseline> {
  const named = governed.config.baseline;
  const rules = { usual: BASELINE_FILE, way: ['baseline'], command: 'dockwarden baseline', mayBeAbsent };
  const file = namedFile(governed, named, rules);
  const { path, text, diagnostics } = file;
  if (text === undefined) return { path, diagnostics };
  const known = baselineOf(text);
  if (known) return { path, known, diagnostics: [] };
  const { loadBaseline } = await import('@dockwarden-internal/policy/load');
  return { path, diagnostics: loadBaseline(sourceText(path, text)).diagnostics };
}
