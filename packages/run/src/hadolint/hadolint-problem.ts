import type { DocumentPath } from '@dockwarden-internal/policy';

/** A fault of a `.hadolint.yaml`, in one sentence. */
export interface HadolintProblem {
  readonly path: DocumentPath;
  /** Whether it is about the key at the end of the path, and not about its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
}

export type Say = (
  path: DocumentPath,
  message: string,
  more?: { readonly hint?: string | undefined; readonly atKey?: boolean },
) => void;
