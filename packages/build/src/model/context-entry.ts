/** One file, link or folder of a build context that the builder gets. */
export interface ContextEntry {
  /** Relative to the context, in the exact case of the disk. */
  readonly path: string;
  readonly type: 'file' | 'link' | 'folder';
  /** `0o755` or `0o644` where the context is staged; all permission bits where it is read directly. */
  readonly mode: number;
  /** Bytes; 0 for links and folders. */
  readonly size: number;
  /** Of a link, as it is written. */
  readonly target?: string;
  readonly absolute: string;
  /** Of a file: size, times, inode and mode as they were seen, by which a digest is believed without reading again. */
  readonly stamp?: string;
}

/** The entry with what identifies its bytes. */
export interface HashedEntry extends ContextEntry {
  /** SHA-256 of a file's raw bytes, hexadecimal; of a link its target is compared instead. */
  readonly digest?: string;
}
