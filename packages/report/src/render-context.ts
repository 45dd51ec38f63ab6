/** Turns the path of a source (relative to the workspace root) into the path to print. */
export type PathOf = (path: string) => string;

/** What every format needs to know beyond the report. */
export interface RenderContext {
  /** Version of the product, as its package says it. */
  readonly version: string;
  readonly pathOf: PathOf;
}
