import type { ImageInputs } from '../model/image-inputs.ts';

/**
 * Values for the ARGs by which a Dockerfile asks for revision, date and version: only those that a reached stage declares, that nobody gave
 * a value and that no FROM is made of, since an argument that is not declared makes BuildKit warn, and one that is declared builds anew whenever it changes.
 */
export function passedArgs(
  { image, args }: ImageInputs,
  values: Readonly<Record<'revision' | 'created' | 'version', string | undefined>>,
): ReadonlyMap<string, string> {
  const passed = new Map<string, string>();
  for (const kind of ['revision', 'created', 'version'] as const) {
    const name = image.request.pass[kind];
    const value = values[kind];
    if (value && args.some((arg) => arg.name === name && !arg.given && !arg.namesBase)) passed.set(name, value);
  }
  return passed;
}
