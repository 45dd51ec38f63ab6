/** Bounds on what is read of one shell text, so that no input makes reading it slow or deep. */

/** UTF-16 code units of one text. Real RUN bodies stay below a tenth of it. */
export const MAX_SHELL_TEXT = 256 * 1024;

/** `$(…)` in `$(…)`, and compound commands in one another. The parser reads nested text once per level. */
export const MAX_SHELL_NESTING = 48;

/** `sh -c` in `sh -c`. */
export const MAX_SHELLS_IN_SHELLS = 6;

/** Words that the braces of one word make. */
export const MAX_BRACE_WORDS = 64;

/** Commands that one pipe leads to: `a | (b; c; …)`. */
export const MAX_PIPE_READERS = 16;
