/**
 * What is known of the names of policies and checks, beyond those that ran: for comments, waivers and settings that name them. All take a
 * name in lower case; what is absent is not known.
 */
export interface KnownNames {
  /** Whether any policy or check is called so, also one that is off. */
  readonly isKnown?: (name: string) => boolean;
  /** The policy, check or alias, also one that is off, that a name is probably meant for; undefined where none is near. */
  readonly nearKnown?: (name: string) => string | undefined;
  /** Whether a policy or check is called so whose file is not fit to run, which is said elsewhere. */
  readonly isUnfit?: (name: string) => boolean;
  /** What a policy or check that was replaced is called today, by the name that it had; undefined for others. */
  readonly renamed?: (name: string) => string | undefined;
}
