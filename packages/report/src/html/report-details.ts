import type { SourceText } from '@dockwarden-internal/syntax';

/** What the HTML report shows beyond what was found: gathered only where that report was asked for. */
export interface ReportDetails {
  /** Names of all projects that hold a file that was looked at, and the paths of those files, as the report calls them. */
  readonly projects: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly graphs: readonly StageGraph[];
  readonly images: readonly ImageDetails[];
}

/** How the stages of a Dockerfile hang together. Texts hold no secret. */
export interface StageGraph {
  readonly source: SourceText;
  readonly nodes: readonly StageNode[];
  readonly edges: readonly StageEdge[];
}

export interface StageNode {
  /** `unknown`: a variable decides what it is. */
  readonly kind: 'image' | 'stage' | 'scratch' | 'unknown';
  readonly label: string;
  /** Beside the name of a stage: how many instructions it has, and where it begins. */
  readonly instructions?: number;
  readonly line?: number;
  /** `final`: an image is made of it; `shipped`: its layers are part of such an image. */
  readonly role: 'final' | 'shipped' | 'helper';
}

/** From what is used to the stage that uses it, by indexes of nodes. */
export interface StageEdge {
  readonly use: 'from' | 'copy' | 'mount';
  readonly from: number;
  readonly to: number;
  /** How many instructions say so. */
  readonly count: number;
}

/** An image as it was noted when it was built or found. */
export interface ImageDetails {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Bytes that it has more than the image of other inputs before it. */
  readonly change?: number;
  /** From the base up. */
  readonly layers: readonly { readonly size: number; readonly createdBy?: string }[];
}

export const noDetails: ReportDetails = { projects: [], graphs: [], images: [] };
