/** The way to a value in a document: keys of maps, indexes of lists. */
export type DocumentPath = readonly (string | number)[];

/** What is wrong with a policy, pack or configuration, by the way to the word in question. */
export interface Problem {
  readonly code: string;
  readonly path: DocumentPath;
  /** True where the key at the end of the path is meant, not its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly hint?: string;
}
