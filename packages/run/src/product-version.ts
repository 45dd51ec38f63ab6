/** Set when the product is bundled; sources run as they are under test. */
declare const DOCKWARDEN_VERSION: string | undefined;

export const productVersion: string = typeof DOCKWARDEN_VERSION === 'string' ? DOCKWARDEN_VERSION : '0.0.0-source';
