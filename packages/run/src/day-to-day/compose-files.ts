import { COMPOSE_NAMES, type FileSystem, joinPath } from '@dockwarden-internal/facts';

const namesWith = (part: string) => COMPOSE_NAMES.map((name) => name.replace(/\.(ya?ml)$/, `.${part}.$1`));
/** In the order in which Compose looks for them. Source: compose-go, `DefaultOverrideFileNames`. */
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];
const PRODUCTION = [...namesWith('prod'), ...namesWith('production')];

/** True for a file that Compose starts from. */
export function isComposeBase(name: string): boolean {
  return COMPOSE_NAMES.includes(name);
}

/** The Compose files of a folder that belong together, from the workspace's root; undefined where it has none, or none for production. */
export function composeFilesIn(fs: FileSystem, folder: string, prod: boolean): readonly string[] | undefined {
  const first = (names: readonly string[]) =>
    names.map((name) => joinPath(folder, name)).find((path) => fs.kind(path) === 'file');
  const base = first(COMPOSE_NAMES);
  if (base === undefined) return undefined;
  const more = first(prod ? PRODUCTION : OVERRIDES);
  if (prod && more === undefined) return undefined;
  return more === undefined ? [base] : [base, more];
}
