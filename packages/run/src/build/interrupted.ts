import type { ImageFailure } from './build-outcome.ts';

/** What is said of an image whose build was ended by the user. */
export const interrupted: ImageFailure = { message: 'the run was interrupted', lastLines: [], exit: 130 };
