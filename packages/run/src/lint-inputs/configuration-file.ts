/** The configuration of the workspace. */
export const CONFIGURATION_FILE = 'dockwarden.yaml';
