/** `dockwarden.waivers.yaml`. */
export interface WaiversDocument {
  readonly waivers: readonly WaiverEntry[];
}

/** Leave to break a promise, in one place, for a while: somebody owns it, and says why. */
export interface WaiverEntry {
  /** Policy, one check of it, or an alias. */
  readonly policy: string;
  /** The place: at least one of project and file. */
  readonly project?: string;
  /** Glob from the root. */
  readonly file?: string;
  /** Name of the stage, or its number from 0 where it has none. */
  readonly stage?: string;
  /** Name of the Compose service. */
  readonly service?: string;
  /** As CODEOWNERS writes owners: `@user`, `@org/team`, an address. */
  readonly owner: string;
  readonly reason: string;
  readonly ticket?: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly expires: string;
}
