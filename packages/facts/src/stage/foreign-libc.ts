import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import { installedIn, mayInstallMore } from './installed.ts';
import { rootBase } from './root.ts';

/**
 * Packages that bring the loader of the other C library, by name or as a file. Sources: gcompat and libc6-compat of Alpine, alpine-pkg-glibc, musl of
 * Debian.
 */
const LOADERS = {
  musl: { libc: 'glibc', packages: /(^|\/)(gcompat|libc6-compat|glibc)([-=~<>@]|$)/ },
  glibc: { libc: 'musl', packages: /^musl([=:/]|$)/ },
} as const;

/**
 * The C library besides that of the root image whose programs start as well, since a package brings its loader. Absent where none is installed;
 * unknown where the base is, or a package that cannot be named may be one.
 */
export const foreignLibc = memo((stage: Stage): Maybe<'glibc' | 'musl'> => {
  const base = rootBase(stage);
  if (isUnsure(base)) return unknown;
  if (base === undefined || base.libc === 'none') return undefined;
  const { libc, packages } = LOADERS[base.libc];
  const installed = installedIn(stage);
  if (installed.some(({ reading }) => packages.test(reading.text))) return libc;
  return mayInstallMore(stage) || installed.some(hidesName) ? unknown : undefined;
});

function hidesName({ reading }: ReturnType<typeof installedIn>[number]): boolean {
  return reading.name === undefined && reading.unresolved === true && /^(apk|apt)$/.test(reading.manager);
}
