/** Every bound on Compose models. What goes past one is a fault or is left as it is written, never a hang. */

/** `extends` from service to service. */
export const MAX_EXTENDS = 32;

/** `include` within `include`. */
export const MAX_INCLUDE_DEPTH = 16;

/** Files of one model, included and extended ones with it. */
export const MAX_FILES = 100;

/** Values of one model, those that `extends` copies counted each time. */
export const MAX_VALUES = 500_000;

/** `${A:-${B:-…}}` within each other. */
export const MAX_EXPANSION_DEPTH = 32;

/** Ports of one range that are told apart; a longer range stays one entry. */
export const MAX_PORT_RANGE = 256;

/** Ports of one document that ranges are written out to; further ranges stay one entry each. */
export const MAX_PORTS = 10_000;

/** Faults reported for one model. */
export const MAX_FAULTS = 100;
