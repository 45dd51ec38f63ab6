/** Set when the product is bundled; sources run as they are under test. */
declare const DOCKWARDEN_VERSION: string | undefined;
declare const DOCKWARDEN_BUILD: string | undefined;

export const productVersion: string = typeof DOCKWARDEN_VERSION === 'string' ? DOCKWARDEN_VERSION : '0.0.0-source';

/** Tells one build from another of the same version, so that no result of the one answers for the other. */
export const productBuild: string = typeof DOCKWARDEN_BUILD === 'string' ? DOCKWARDEN_BUILD : 'source';
