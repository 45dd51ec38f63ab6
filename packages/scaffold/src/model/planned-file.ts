/** A file to be written, from the root. */
export interface PlannedFile {
  readonly path: string;
  /** The whole text as it will be; ends in a newline. */
  readonly text: string;
  /**
   * The text is what was there with places changed, and may be written over it. Otherwise the file is ours from its first line on, and one
   * that is there and differs is only replaced by force.
   */
  readonly edited?: boolean;
}
