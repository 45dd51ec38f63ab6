import type { ProgramFile } from './program-files.ts';
import type { Token } from './token.ts';

/** A route that some file of the program has for a path already, as far as the words around the path tell. */
export function routeOf(
  files: readonly ProgramFile[],
  path: string,
  registers: (tokens: readonly Token[], at: number) => boolean,
): ProgramFile | undefined {
  const wanted = new Set([path, `${path}/`, `GET ${path}`, ...(path.lastIndexOf('/') === 0 ? [path.slice(1)] : [])]);
  return files.find(({ tokens }) =>
    tokens.some((token, at) => token.kind === 'string' && wanted.has(token.text) && registers(tokens, at)),
  );
}
