import type { Serving } from '../../detect/serving.ts';

/** How an app of no known stack is taken to be built and started. */
export interface GenericBuild {
  /** `make`, `cmake`; absent where nothing tells, and everything ships as it is. */
  readonly tool?: 'make' | 'cmake';
  /** Path of the program or script from the project's folder, or of where a build lays it: `build/pager`; absent where nothing tells. */
  readonly program?: string;
  /** What a script is run by: `sh`, `bash`. */
  readonly interpreter?: 'sh' | 'bash';
  /** File that the guess is made by. */
  readonly why?: string;
}

/** What is guessed of an app of no known stack. */
export interface GenericApp {
  readonly build: GenericBuild;
  readonly serving: Serving;
}
