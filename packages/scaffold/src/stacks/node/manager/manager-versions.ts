/**
 * Package managers where no file pins one: by the format of the lockfile, the newest that writes it. pnpm 11 and 12 need a file that pins
 * them.
 *
 * @source the packages' own release notes
 * @asOf 2026-11-21
 */
export const PNPM_BY_LOCKFILE: readonly (readonly [format: string, version: string])[] = [
  ['9.0', '10.34.9'],
  ['6.0', '8.15.9'],
  ['5.4', '7.33.7'],
];
export const YARN_CLASSIC = '1.22.22';
export const YARN_BERRY = '4.18.1';
export const BUN = '1.4';
