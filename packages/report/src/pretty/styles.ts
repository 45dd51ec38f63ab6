import type { Severity } from '@dockwarden-internal/engine';
import pico from 'picocolors';
import type { Paint } from '../frame/mark.ts';

/** The colours of the pretty report, by what they say. */
export interface Styles extends Readonly<Record<Severity, Paint>> {
  readonly file: Paint;
  readonly heading: Paint;
  readonly related: Paint;
  readonly dim: Paint;
}

export function stylesFor(color: boolean): Styles {
  const colors = pico.createColors(color);
  return {
    error: (text) => colors.bold(colors.red(text)),
    warning: colors.yellow,
    info: colors.cyan,
    file: (text) => colors.bold(colors.underline(text)),
    heading: colors.bold,
    related: colors.blue,
    dim: colors.dim,
  };
}
