/** No path is longer on Linux. */
export const MAX_PATH_LENGTH = 4096;

/** Larger files are not read as text: no Dockerfile, manifest or configuration comes near. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;

/** Files of one root that are looked through. */
export const MAX_FILES = 500_000;

/** Folders below one another that a walk goes down. */
export const MAX_DEPTH = 64;

/** Projects of one workspace. */
export const MAX_PROJECTS = 20_000;

/** Globs of a workspace definition, and characters of each. */
export const MAX_GLOBS = 1_000;
export const MAX_GLOB_LENGTH = 1_024;

/** How long git may take to list the files. */
export const GIT_MILLISECONDS = 60_000;

/** Submodules within one another that are listed. */
export const MAX_SUBMODULE_DEPTH = 8;
