import { type Image, type ImageInputs, type InputHooks, inputsOf } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildScene } from './open-build.ts';
import { withParents } from './with-parents.ts';

export interface InputsOfImages {
  /** Of the images asked for and all that they are built on, parents first. */
  readonly inputs: ReadonlyMap<string, ImageInputs>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the builds of images can read, and those of the images of this workspace that they are built on. */
export function readInputs(
  { world, all }: Pick<BuildScene, 'world' | 'all'>,
  asked: readonly Image[],
  hooks: InputHooks = {},
): InputsOfImages {
  const byName = new Map(all.map((image) => [image.name, image]));
  const inputs = new Map<string, ImageInputs>();
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const open = asked.map(({ name }) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const image = byName.get(name);
    if (!image || seen.has(name)) continue;
    seen.add(name);
    const reading = inputsOf(world, image, all, hooks);
    diagnostics.push(...reading.diagnostics);
    if (!reading.inputs) continue;
    inputs.set(name, reading.inputs);
    open.push(...reading.inputs.parents.values());
  }
  const order = withParents(
    asked.map(({ name }) => name),
    inputs,
  );
  return {
    inputs: new Map(order.flatMap((name) => (inputs.has(name) ? [[name, inputs.get(name)!] as const] : []))),
    diagnostics,
  };
}
