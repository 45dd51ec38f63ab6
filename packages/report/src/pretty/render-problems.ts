import type { Diagnostic } from '@dockwarden-internal/syntax';
import { masksOf } from '../masks.ts';
import type { RenderContext } from '../render-context.ts';
import { problemLines } from './problems.ts';
import type { PrettyOptions } from './render-pretty.ts';
import { stylesFor } from './styles.ts';

/** What went wrong beside findings, for commands that report nothing else; empty where nothing did. */
export function renderProblems(
  diagnostics: readonly Diagnostic[],
  { pathOf }: Pick<RenderContext, 'pathOf'>,
  { color, width = 100, verbose = false }: PrettyOptions,
): string {
  const styles = stylesFor(color);
  const context = { pathOf, masks: masksOf({ findings: [] }), styles, width, verbose, policies: new Map() };
  const lines = problemLines(diagnostics, context);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
