/** How an image is put together: see the practices that each stands for in the guide to generators. */
export const PATTERNS = ['multi', 'single', 'builder', 'artifact'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Which kind of base image the final stage stands on. */
export const BASE_KINDS = ['slim', 'alpine', 'distroless'] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

/** `inside`: the image installs and builds; `outside`: the task runner builds, and the image packs its output. */
export const BUILD_PLACES = ['inside', 'outside'] as const;
export type BuildPlace = (typeof BUILD_PLACES)[number];

/** What somebody asked for; what is absent is decided by the stack. */
export interface SetupOptions {
  readonly pattern: Pattern;
  /** The stack's own default unless said. */
  readonly base?: BaseKind;
  readonly build: BuildPlace;
  /** Port that the app listens on; found in its sources unless said. */
  readonly port?: number;
  /** Path that answers 200 while the app is well; found in its sources unless said, else the stack's usual one. */
  readonly healthPath?: string;
  /** Packages come from a registry that asks for credentials: they are mounted as a build secret. */
  readonly privateRegistry: boolean;
}
