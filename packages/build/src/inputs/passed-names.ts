import { type Dockerfile, memo } from '@dockwarden-internal/facts';
import type { ImageRequest } from '../model/image-request.ts';

/**
 * The ARGs by which revision, date and version may be handed to a Dockerfile. What FROM is made of is not one of them, whatever its name:
 * the VERSION of `FROM node:$VERSION` is Node's.
 */
export function passedNames({ pass }: ImageRequest, dockerfile: Dockerfile): ReadonlySet<string> {
  const taken = namesInFrom(dockerfile);
  return new Set(Object.values(pass).filter((name) => !taken.has(name)));
}

/** Variables in FROM, and in the ARGs before it. */
export const namesInFrom = memo(({ instructions }: Dockerfile): ReadonlySet<string> => {
  const lines = instructions.filter(({ stage, node }) => node.keyword === 'from' || (!stage && node.keyword === 'arg'));
  const names = lines.flatMap(({ node }) => [...node.logical.text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!));
  return new Set(names);
});
