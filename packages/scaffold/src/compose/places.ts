/**
 * Folders of what Compose mounts, in the project. They are hidden, so that no image takes them for part of the app: what copies an app's folders
 * leaves hidden ones out, and ignore files name these.
 */
export const SECRETS_FOLDER = '.secrets';
export const SETTINGS_FOLDER = '.compose';
