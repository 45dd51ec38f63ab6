import type { World } from '@dockwarden-internal/facts';
import type { ImageSettings, NamedImageSettings } from '@dockwarden-internal/policy';
import type { Place } from '@dockwarden-internal/syntax';

/** What `findImages` is asked with. */
export interface ImagesQuery {
  readonly world: World;
  /** `build:` and `images:` of dockwarden.yaml. */
  readonly config: {
    readonly build?: ImageSettings;
    readonly images?: Readonly<Record<string, NamedImageSettings>>;
  };
  /** Where a key of dockwarden.yaml is written. */
  readonly placeOf?: (path: readonly (string | number)[]) => Place;
  /** Options of the projects' `docker-build` targets, by name of the project. */
  readonly projectOptions?: ReadonlyMap<string, ProjectImageOptions>;
  /** What the command line says of every image; goes before all else. */
  readonly overrides?: ImageSettings;
  /** Whether the run is one of CI, and whether it pushes: `bases` is then `resolve` unless it is said. */
  readonly ci?: boolean;
  readonly push?: boolean;
}

/** Options of a `docker-build` target: those of `images:`, all of them left to choice. */
export type ProjectImageOptions = Partial<NamedImageSettings>;
