/** Milliseconds that one call of git may take. */
export const GIT_MILLISECONDS = 60_000;

/** Commits looked at, step by step: most images have their answer within the first few hundred. */
export const HISTORY_STEPS: readonly number[] = [256, 2_048, 16_384, 200_000];

/** Commits whose differences are asked for in one call. */
export const DIFF_CHUNK = 2_048;

/** Characters of paths handed to git as arguments; beyond, shorter and fewer ones are handed on. Windows takes 32,767 for a whole command. */
export const PATHSPEC_CHARACTERS = 16_000;

/** Untracked inputs of which git is asked whether it ignores them, for the sentence about them. */
export const NAMED_UNTRACKED = 20;

/** Submodules within one another that are looked into. */
export const SUBMODULE_DEPTH = 8;

/** Calls of git check-ignore, each of which gives up at the first path that it does not take. */
export const CHECK_IGNORE_CALLS = 20;
