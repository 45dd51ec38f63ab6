/** One entry of a tar archive. */
export interface TarEntry {
  /** As it is written. */
  readonly path: string;
  readonly type: 'file' | 'folder' | 'link' | 'hard link' | 'device';
  /** Permission bits, setuid and its like among them. */
  readonly mode: number;
  /** Bytes of a file. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** Of links, as it is written. */
  readonly target: string;
  /** Where its bytes begin in the archive. */
  readonly start: number;
}

/** Why an archive cannot be read on. */
export interface TarFault {
  readonly fault: string;
}
