import type { Place } from './source.ts';

/**
 * Something a user can mend that is no finding of a policy: a file that cannot be read, a policy with a misspelt path.
 * `exit` is the exit code that it calls for: 2 for a bad argument, configuration or policy; 3 where the surroundings are wanting.
 */
export interface Diagnostic {
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly hint?: string;
  readonly path?: string;
  readonly place?: Place;
  readonly exit: 1 | 2 | 3;
}
