import type { ImageSettings } from '@dockwarden-internal/policy';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';

/** An image as one of the places that can declare one has it, nothing checked and no defaults filled in. */
export interface ImageDraft {
  readonly name: string;
  readonly project?: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly context?: string;
  readonly contextBy?: string;
  readonly declaredBy: string;
  /** What the declaring file asks of the build. */
  readonly settings: ImageSettings;
  /** True where another image may take the name, this one then taking a longer one. */
  readonly nameYields: boolean;
  /** Where a key of the declaration is written (`dockerfile`, `target`, `args`). */
  readonly placeOf: (...path: readonly (string | number)[]) => WrittenAt;
}

/** Where something is written, as far as that is known. */
export type WrittenAt = { readonly place: Place } | { readonly path: string } | Readonly<Record<string, never>>;

/** What one kind of declaration has to say. */
export interface Drafted {
  readonly drafts: readonly ImageDraft[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly ImageNote[];
}

/** Something worth saying that stops nothing. */
export interface ImageNote {
  /** One sentence. */
  readonly message: string;
  readonly path?: string;
  readonly place?: Place;
}
