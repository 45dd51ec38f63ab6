import type { Diagnostic } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import { codeFrame } from '../frame/code-frame.ts';
import { rangeOf } from '../text/range.ts';
import { oneLine } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';
import type { PrettyContext } from './pretty-context.ts';

const indent = 8;

/** The section of what could not be looked at: where, what is wrong, what to do. Empty where there is nothing. */
export function problemLines(diagnostics: readonly Diagnostic[], context: PrettyContext): string[] {
  if (diagnostics.length === 0) return [];
  const blocks = diagnostics.map((diagnostic) => ['', ...problem(diagnostic, context)]);
  return [context.styles.heading('Problems'), ...blocks.flat()];
}

function problem(diagnostic: Diagnostic, context: PrettyContext): string[] {
  const { masks, styles, width } = context;
  const { message, hint } = diagnosticText(diagnostic, masks);
  const { place, code } = diagnostic;
  const room = Math.max(40, width - indent);
  const [first = '', ...rest] = wrap(oneLine(placed(diagnostic, message, context)), Math.max(40, width - 2));
  const frame = place
    ? codeFrame(place.source, [{ span: place.span, underline: '^', paint: styles.error }], {
        width,
        gutter: indent,
        masked: masks.spansIn(place.source.text),
        dim: styles.dim,
      })
    : [];
  return [
    `  ${first}`,
    ...rest.map((line) => `  ${line}`),
    ...frame,
    ...(hint ? wrap(oneLine(hint), room).map((line) => ' '.repeat(indent) + line) : []),
    ' '.repeat(indent) + styles.dim(code),
  ];
}

/** The sentence behind its place; a path that it names itself is not said twice. */
function placed({ place, path }: Diagnostic, message: string, { pathOf }: PrettyContext): string {
  if (place) {
    const { line, column } = rangeOf(place).start;
    const own = `${place.source.path} `;
    return `${pathOf(place.source.path)}:${line}:${column} ${message.startsWith(own) ? message.slice(own.length) : message}`;
  }
  if (path === undefined) return message;
  const named = ` ${message}`.indexOf(` ${path} `);
  if (named < 0) return `${pathOf(path)}: ${message}`;
  return message.slice(0, named) + pathOf(path) + message.slice(named + path.length);
}
