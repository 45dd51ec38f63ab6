import type { Span } from '@dockwarden-internal/syntax';

/** Wraps text in the codes of a colour, or leaves it as it is. */
export type Paint = (text: string) => string;

/** A stretch of a file to be underlined. */
export interface Mark {
  readonly span: Span;
  /** One character, repeated under the stretch. */
  readonly underline: string;
  readonly paint: Paint;
  /** Said beside the underline. */
  readonly label?: string;
}
