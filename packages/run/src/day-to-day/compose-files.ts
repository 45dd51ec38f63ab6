import type { FileSystem } from '@dockwarden-internal/facts';

/** In the order in which Compose looks for them. Source: compose-go, `DefaultFileNames`, `DefaultOverrideFileNames`. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const namesWith = (part: string) => BASES.map((name) => name.replace(/\.(ya?ml)$/, `.${part}.$1`));
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];
const PRODUCTION = [...namesWith('prod'), ...namesWith('production')];

/** True for a file that Compose starts from. */
export function isComposeBase(name: string): boolean {
  return BASES.includes(name);
}

/** The Compose files of a folder that belong together, from the workspace's root; undefined where it has none, or none for production. */
export function composeFilesIn(fs: FileSystem, folder: string, prod: boolean): readonly string[] | undefined {
  const first = (names: readonly string[]) =>
    names.map((name) => (folder === '.' ? name : `${folder}/${name}`)).find((path) => fs.kind(path) === 'file');
  const base = first(BASES);
  if (base === undefined) return undefined;
  const more = first(prod ? PRODUCTION : OVERRIDES);
  if (prod && more === undefined) return undefined;
  return more === undefined ? [base] : [base, more];
}
