/** What only the surroundings can tell of an image's inputs. */
export interface InputHooks {
  /** What the builder runs on, `linux/amd64`: what is built for where an image asks for no platform. */
  readonly builderPlatform?: string;
  /**
   * The instructions that ONBUILD of a base image holds, by its reference: undefined where nobody asked, null where somebody did and it cannot be
   * read, which makes everything an input.
   */
  readonly onbuildOf?: (reference: string) => readonly string[] | null | undefined;
}
