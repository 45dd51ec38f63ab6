import type {
  Change,
  Image,
  ImageKeys,
  ImagePlan,
  ImageReferences,
  ImageTags,
  InputPaths,
} from '@dockwarden-internal/build';

/** An image with all that is known of it before anything is looked up. */
export interface PlannedImage {
  readonly image: Image;
  readonly plan: ImagePlan;
  readonly keys: ImageKeys;
  readonly references: ImageReferences;
  readonly paths: InputPaths;
  readonly tags: ImageTags;
  /** Inputs that differ from HEAD. */
  readonly dirty: readonly Change[];
  /** Sentences: wide contexts, history too short. */
  readonly notes: readonly string[];
}
