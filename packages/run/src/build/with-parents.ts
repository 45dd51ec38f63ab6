import type { ImageInputs } from '@dockwarden-internal/build';

/** The images and all that they are built on, parents first: one bake has to hold both. */
export function withParents(
  asked: readonly string[],
  inputs: ReadonlyMap<string, Pick<ImageInputs, 'parents'>>,
): readonly string[] {
  const ordered = new Set<string>();
  const open = new Set<string>();
  const add = (name: string): void => {
    if (ordered.has(name) || open.has(name)) return;
    open.add(name);
    for (const parent of inputs.get(name)?.parents.values() ?? []) add(parent);
    ordered.add(name);
  };
  for (const name of asked) add(name);
  return [...ordered];
}
