import { COMPOSE_NAMES } from '@dockwarden-internal/facts';
import type { App } from '../model/app.ts';
import { pathIn } from '../model/app.ts';

export interface ComposePaths {
  readonly base: string;
  readonly development: string;
  readonly production: string;
}

export type ReadText = (path: string) => string | undefined;

/** Reads what was handed in before what is in the workspace. */
export function textReader(app: App, existing: Readonly<Record<string, string>> = {}): ReadText {
  return (path) => (Object.hasOwn(existing, path) ? existing[path] : app.fs.read(path));
}

/** The names of the three files of a project: those of the base that it has, else `compose.yaml`. */
export function composePaths(app: App, read: ReadText): ComposePaths {
  const base = COMPOSE_NAMES.find((name) => read(pathIn(app, name)) !== undefined) ?? 'compose.yaml';
  const [stem, extension] = base.split('.') as [string, string];
  const path = (kind: string) => pathIn(app, `${stem}.${kind}.${extension}`);
  // Somebody's own name for production counts; development is merged unasked under one name alone.
  const production = ['prod', 'production'].map(path).find((name) => read(name) !== undefined) ?? path('prod');
  return { base: pathIn(app, base), development: path('override'), production };
}
