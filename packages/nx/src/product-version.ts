declare const __DOCKWARDEN_VERSION__: string | undefined;

/** Under which nx.json and package.json name the plugin. */
export const PACKAGE = '@dockwarden/nx';

/** The version of this package, and of `dockwarden` with it; written in by the build. */
export const PRODUCT_VERSION = typeof __DOCKWARDEN_VERSION__ === 'string' ? __DOCKWARDEN_VERSION__ : '0.0.0';
