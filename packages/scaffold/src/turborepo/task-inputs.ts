import type { RootedGlobs } from './turbo-globs.ts';

/** The configuration, which every task of ours reads. Its place in a list says that what stands before it follows from the workspace. */
const CONFIGURATION = 'dockwarden.yaml';

/** How a task of a package names what lies outside of it; `$TURBO_ROOT$` is known from Turborepo 2.5 on, and silently nothing before. */
export interface PackagePlace {
  /** From the workspace's root. */
  readonly root: string;
  readonly knowsTurboRoot: boolean;
}

/** The `inputs` of a package's task. Source: Turborepo reference, "inputs" and "$TURBO_ROOT$". */
export function taskInputs({ positive, negative }: RootedGlobs, { root, knowsTurboRoot }: PackagePlace): string[] {
  const up = knowsTurboRoot ? '$TURBO_ROOT$/' : '../'.repeat(root.split('/').length);
  const placed = (glob: string) => {
    // What would mean something in Turborepo's globs alone.
    const clean = glob.replace(/[$:<>]/g, '?');
    if (root === '.') return clean;
    return clean.startsWith(`${root}/`) ? clean.slice(root.length + 1) : `${up}${clean}`;
  };
  const isOutside = (glob: string) => Number(root !== '.' && glob.startsWith(up));
  const sorted = (globs: readonly string[]) =>
    [...new Set(globs.map(placed))].sort((a, b) => isOutside(a) - isOutside(b) || (a < b ? -1 : 1));
  return [
    ...sorted(positive.filter((glob) => glob !== CONFIGURATION)),
    ...sorted(negative).map((glob) => `!${glob}`),
    placed(CONFIGURATION),
  ];
}

/** Whether an entry of `inputs` is the one that ends what we write. */
function isLast(entry: unknown): boolean {
  return typeof entry === 'string' && /^(?:\$TURBO_ROOT\$\/|(?:\.\.\/)*)dockwarden\.yaml$/.test(entry);
}

/** Whether the inputs are those of a task that we have written. */
export function areOurs(inputs: unknown): inputs is readonly unknown[] {
  return Array.isArray(inputs) && inputs.some(isLast);
}

/** Inputs as they should be, with those that somebody has added behind the configuration, and what extends a list of others. */
export function mergedInputs(there: unknown, wanted: readonly string[]): unknown[] {
  if (!areOurs(there)) return [...wanted];
  const at = there.findIndex(isLast);
  const first = there.slice(0, at).filter((entry) => entry === '$TURBO_EXTENDS$' || entry === '$TURBO_DEFAULT$');
  const added = there.slice(at + 1).filter((entry) => !wanted.includes(entry as string));
  return [...first, ...wanted, ...added];
}
