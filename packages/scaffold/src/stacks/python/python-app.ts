import type { Serving } from '../../detect/serving.ts';
import type { PythonEntry } from './entry.ts';
import type { PythonPackages } from './python-packages.ts';
import type { PythonSources } from './sources.ts';

/** What is known of a Python app. */
export interface PythonApp {
  readonly packages: PythonPackages;
  readonly version: string;
  /** Versions that the project's files allow, the default first where it is one of them. */
  readonly versions: readonly string[];
  readonly entry: PythonEntry;
  readonly sources: PythonSources;
  readonly serving: Serving;
  /** How tests are run; absent where there are none. */
  readonly tests?: 'pytest' | 'unittest';
}
