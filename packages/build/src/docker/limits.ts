/** Milliseconds that a question to the engine may take. */
export const ENGINE_TIMEOUT = 30_000;

/**
 * Milliseconds that a registry has to answer; then the run goes on without it. The start of two programs is among them, which a busy machine
 * takes seconds for, and going on means to build what may be there.
 */
export const REGISTRY_TIMEOUT = 10_000;

/** Questions to the engine at the same time, each of which is a program. */
export const ENGINE_PARALLEL = 8;

/** Questions to registries at the same time. */
export const REGISTRY_PARALLEL = 8;

/** Milliseconds that moving an image (load, push, copy) may take. */
export const TRANSFER_TIMEOUT = 30 * 60_000;
