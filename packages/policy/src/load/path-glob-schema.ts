import * as z from 'zod';

/** A glob of files. One that begins otherwise would fit no path, or, with `!`, all but those that are meant. */
export const pathGlob = z
  .string()
  .trim()
  .min(1)
  .regex(/^(?![!/]|\.\.(?:\/|$))/, 'a glob of files starts from the root, with neither `/`, `..` nor `!` in front');
