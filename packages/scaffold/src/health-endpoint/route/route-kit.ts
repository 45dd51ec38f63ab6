import type { Language } from '../source/language.ts';
import type { ProgramFile } from '../source/program-files.ts';
import type { Token } from '../source/token.ts';

/** A place where an app is made. */
export interface Creation {
  readonly file: ProgramFile;
  /** What holds the app, and the statement that makes it, by its tokens; absent where a line cannot be put below it for sure. */
  readonly statement?: { readonly variable: string; readonly first: number; readonly last: number };
}

/** The lines that make an app answer, as they stand in its file. */
export interface Registration {
  /** Absent where the language needs none. */
  readonly importLine?: string;
  readonly registerLine: string;
  /** The lines are right as far as can be told, but how the program finds its modules cannot. */
  readonly unsure?: string;
}

/** How a framework of one language is given a route. */
export interface RouteKit {
  readonly language: Language;
  /** Name of the framework in sentences: `Express`. */
  readonly title: string;
  /** A file in which none of these stands is of no interest. */
  readonly words: readonly string[];
  /** Word that only our own lines have: where it stands, the route is registered. */
  readonly mark: string;
  creations(file: ProgramFile): readonly Creation[];
  /** True where the words around a path, at `at`, make it a route. */
  isRoute(tokens: readonly Token[], at: number): boolean;
  /** Names that the module with the checks can have beside `file`, the best first. */
  moduleNames(file: ProgramFile): readonly string[];
  moduleText(file: ProgramFile, files: readonly ProgramFile[]): string;
  registration(file: ProgramFile, module: string, variable: string, files: readonly ProgramFile[]): Registration;
  /** Token behind which the import goes; undefined: above the statement. */
  importAfter(file: ProgramFile, before: number): Token | undefined;
}
