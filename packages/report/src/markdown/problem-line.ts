import type { Diagnostic } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import { rangeOf } from '../text/range.ts';
import { codeSpan, prose } from './prose.ts';
import { type MarkdownContext, short } from './sections.ts';

/** What could not be looked at: where, what is wrong, what to do. */
export function problemLine(diagnostic: Diagnostic, { masks, pathOf }: MarkdownContext): string {
  const { place, path, code } = diagnostic;
  const { message, hint } = diagnosticText(diagnostic, masks);
  const file = place?.source.path ?? path;
  const where = file === undefined ? '' : `${codeSpan(short(pathOf(file)))}`;
  const line = place ? ` line ${rangeOf(place).start.line}` : '';
  const said = [message, ...(hint ? [hint] : [])].map((text) => prose(short(text))).join(' ');
  return `- ❌ ${where}${line}${where ? ' · ' : ''}${said} · ${codeSpan(code)}`;
}
