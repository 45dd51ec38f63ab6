/** Milliseconds that one call of git may take. */
export const GIT_MILLISECONDS = 60_000;

/** Commits looked at, step by step: most images have their answer within the first few hundred. */
export const HISTORY_STEPS: readonly number[] = [512, 8_192, 200_000];

/** Commits whose differences are asked for at once, by as many calls side by side, before the images are looked at again. */
export const DIFF_CHUNK = 4_096;
export const DIFF_CALLS = 2;

/** Paths handed to git to limit a comparison: it asks each of them for every name, so that a few wide ones are faster than many. */
export const MOST_PATHSPECS = 12;

/** Untracked inputs of which git is asked whether it ignores them, for the sentence about them. */
export const NAMED_UNTRACKED = 20;

/** Submodules within one another that are looked into. */
export const SUBMODULE_DEPTH = 8;

/** Calls of git check-ignore, each of which gives up at the first path that it does not take. */
export const CHECK_IGNORE_CALLS = 20;
