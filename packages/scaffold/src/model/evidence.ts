/** Something that was found in a project, and why that is believed: printed, so that nobody has to guess what was guessed. */
export interface Evidence {
  /** `Express 5`, `pnpm 10.34.9`, `Node 22`, `port 3000`. */
  readonly what: string;
  /** `dependency express in apps/api/package.json`, `no file names a version`. */
  readonly why: string;
}
