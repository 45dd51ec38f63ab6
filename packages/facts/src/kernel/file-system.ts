/**
 * What facts may ask of the disk. Paths are relative to the workspace root with `/` between segments (`.` is the root);
 * whatever lies outside of the root, also behind a link, is `undefined` or empty.
 */
export interface FileSystem {
  /** Text of a file, or undefined where there is none that can be read. */
  read(path: string): string | undefined;
  kind(path: string): 'file' | 'directory' | undefined;
  /** Names in a folder, sorted; empty where there is none. */
  list(directory: string): readonly string[];
}
