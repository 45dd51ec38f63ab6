/** The engine and builder of a run. */
export interface EngineState {
  /** Versions: of the command line, the engine, and buildx. */
  readonly client: string;
  readonly server: string;
  readonly buildx: string;
  /** Of the builder in use, where it tells (`v0.25.1`). */
  readonly buildkit?: string;
  readonly builder: string;
  /** `docker`: the engine's own BuildKit; the others run it elsewhere and load or push what they built. */
  readonly driver: 'docker' | 'docker-container' | 'kubernetes' | 'remote' | (string & {});
  /** Where the engine keeps images: `containerd` knows manifests and platforms, `graph` (overlay2) knows neither. */
  readonly store: 'containerd' | 'graph';
  /** What the engine itself runs on: `linux/amd64`. */
  readonly platform: string;
  /** What the builder builds for; empty while it is not started. */
  readonly platforms: readonly string[];
}
