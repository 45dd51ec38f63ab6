import { imageOptionsSchema } from './image-schema.ts';
import type { ImageTargetOptions } from './image-settings.ts';
import { sentence } from './sentence.ts';

/** What options of a task say of an image; `fault` is one sentence. Options that speak of something else are left alone. */
export function readImageOptions(
  raw: Readonly<Record<string, unknown>>,
): { readonly options: ImageTargetOptions } | { readonly fault: string } {
  const read = imageOptionsSchema.safeParse(raw);
  if (read.success) return { options: read.data as ImageTargetOptions };
  const [issue] = read.error.issues;
  const value = issue!.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const { message, hint } = sentence(issue!, value);
  return { fault: hint === undefined ? message : `${message}: ${hint}` };
}
