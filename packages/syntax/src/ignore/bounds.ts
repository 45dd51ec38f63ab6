/** A line of this many UTF-8 bytes or more is refused by Docker: bufio.Scanner's MaxScanTokenSize. */
export const LINE_BYTES = 64 * 1024;

/** Patterns longer than this (in code units) are not looked at: Linux's PATH_MAX, so that no literal one could match anyway. */
export const PATTERN_LENGTH = 4096;

/** Instructions of one compiled pattern; only `{n,m}` repeats can get here. */
export const PROGRAM_SIZE = 20_000;

/** Steps that may be spent on telling which patterns of a file are undone by later ones. */
export const COVER_STEPS = 2_000_000;

/** Lines of one .gitignore that are heeded, and characters of each. */
export const MAX_GIT_LINES = 10_000;
export const MAX_GIT_PATTERN = 1_024;
