import type { RunProgram } from '../model/program.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { ScannerName } from './scanner-names.ts';

/** What is scanned: an image where it is, or a Dockerfile. */
export interface ScanSubject {
  /** Name of the image, or the path of the Dockerfile from the root. */
  readonly name: string;
  /** What the scanner is given: a reference, or a path. */
  readonly reference: string;
  /** Of an image: where it is looked for. */
  readonly where?: 'engine' | 'registry';
}

/** One scanner: how it is found, started and read. */
export interface Scanner {
  readonly name: ScannerName;
  readonly subject: 'image' | 'dockerfile';
  /** How to get it, as a sentence. */
  readonly install: string;
  /** Its version; undefined where it is not there, or cannot be started. */
  readonly version: (run: RunProgram, signal?: AbortSignal) => Promise<string | undefined>;
  readonly program: string;
  readonly args: (subject: ScanSubject) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it found; undefined where its output is not of the format that it says. */
  readonly read: (output: string, subject: ScanSubject) => readonly ScanFinding[] | undefined;
  /** What to do about an error stream that it ended with, where that is known. */
  readonly hintFor: (errors: string) => string | undefined;
}
