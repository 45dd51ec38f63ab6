import type { ComposeValues } from '../options/setup-options.ts';

/** `--with postgres,redis --with mongo`, one by one. */
export function servicesOf({ with: given = [] }: ComposeValues): string[] {
  return given
    .flatMap((names) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
