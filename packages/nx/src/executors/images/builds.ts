import type { loadBuilds } from '@dockwarden-internal/run';

/** What the executors need of the product's image builds; tests hand in their own. */
export type Builds = Awaited<ReturnType<typeof loadBuilds>>;
