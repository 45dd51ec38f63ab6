/** What the page of the HTML report is drawn from: texts as they are to be shown, and numbers that point into the lists. */
export interface PageData {
  readonly version: string;
  readonly summary: Readonly<Record<'files' | 'error' | 'warning' | 'info' | 'suppressed', number>>;
  /** Names. */
  readonly projects: readonly string[];
  readonly files: readonly PageFile[];
  readonly policies: readonly PagePolicy[];
  /** By file and place. */
  readonly findings: readonly PageFinding[];
  readonly problems: readonly PageProblem[];
  readonly graphs: readonly PageGraph[];
  readonly images: readonly PageImage[];
}

export interface PageFile {
  readonly path: string;
  /** Indexes of projects. */
  readonly projects: readonly number[];
  /** The lines that findings show, by number from 1, sorted. */
  readonly lines: readonly (readonly [number: number, text: string])[];
}

export interface PagePolicy {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Empty where there is no page. */
  readonly docs: string;
  readonly category: string;
}

export interface PageFinding {
  /** Index of the file. */
  readonly file: number;
  /** Index of the policy. */
  readonly policy: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Indexes of projects. */
  readonly projects: readonly number[];
  /** Words to mark: number of the line, and indexes into its text, end exclusive. */
  readonly marks: readonly (readonly [line: number, start: number, end: number])[];
  readonly aliases: readonly string[];
  readonly also: readonly string[];
  readonly related: readonly { readonly path: string; readonly line: number; readonly message: string }[];
  readonly fix?: { readonly safety: 'safe' | 'unsafe'; readonly diff: string };
  readonly suppressed?: { readonly kind: string; readonly reason: string };
}

export interface PageProblem {
  readonly code: string;
  /** `path:line:column`, as far as it is known. */
  readonly where: string;
  readonly message: string;
  readonly hint: string;
}

/** The stages of a Dockerfile, laid out; lengths in pixels. */
export interface PageGraph {
  /** Index of the file. */
  readonly file: number;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PageNode[];
  readonly edges: readonly PageEdge[];
}

export interface PageNode {
  readonly kind: 'image' | 'stage' | 'scratch' | 'unknown';
  readonly label: string;
  readonly note: string;
  /** Whether its layers are part of an image that is built, and whether it is such an image. */
  readonly role: 'final' | 'shipped' | 'helper';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageEdge {
  readonly use: 'from' | 'copy' | 'mount';
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
  /** What it says to somebody who cannot see it. */
  readonly label: string;
  /** From the right of one node to the left of the other: ends of curves, one behind the other, and straight on between them. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface PageImage {
  readonly name: string;
  /** As people read it: `180 MB`. */
  readonly size: string;
  /** Against the image before; empty where nothing is known of one, or it is the same. */
  readonly change: string;
  readonly layers: readonly {
    readonly size: string;
    /** Of the image's bytes, from 0 to 1. */
    readonly share: number;
    readonly createdBy: string;
  }[];
}
