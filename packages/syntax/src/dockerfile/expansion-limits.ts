/** A longer outcome of an expansion counts as unknown: variables made of variables can double with each line. */
export const EXPANSION_LIMIT = 1 << 17;

/** Deeper `${a:-${b:-…}}` counts as a mistake. */
export const EXPANSION_DEPTH = 500;

/** A pattern and a value whose lengths multiply to more are not matched: the outcome counts as unknown. */
export const WILDCARD_CELLS = 1 << 20;
