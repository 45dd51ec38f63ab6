/**
 * Every bound on YAML. Files are untrusted: what goes past a bound is a fault with a place, never a crash or a hang.
 * The largest of 354 Compose files of public repositories has 35,000 characters, 6 levels and 2,300 nodes; a file at the
 * bound of length takes about five seconds if it is made to be slow.
 */

/** Length of a file in UTF-16 code units. */
export const MAX_LENGTH = 1 << 19;

/** Collections within collections, also through aliases. */
export const MAX_DEPTH = 128;

/** Nodes of all documents of a file with every alias and merge key written out; at the bound no alias is followed any more. */
export const MAX_NODES = 250_000;

/** Documents (`---`) in one file. */
export const MAX_DOCUMENTS = 256;

/** Faults reported for one file; one that is broken in more places is broken. */
export const MAX_FAULTS = 100;
