import { resolvePath } from '../compose/resolve-path.ts';
import { folderOf } from '../kernel/path.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import type { World } from '../model/world.ts';
import { hostPathRole, type SourceRole } from '../source/host-path.ts';
import { MANIFEST_NAMES } from '../source/role-names.ts';

/** Folders that by their name hold a project's source. */
const SOURCE_NAMES: ReadonlySet<string> = new Set([
  ...['src', 'source', 'sources', 'app', 'apps', 'lib', 'libs', 'packages', 'code', 'frontend', 'backend', 'server'],
  ...['client', 'api', 'web', 'www', 'public', 'templates', 'views', 'tests', 'test', 'spec', 'components', 'pages'],
]);

const CODE = /\.(?:[cm]?[jt]sx?|py|rb|php|go|rs|java|kt|cs|fs|ex|exs|clj|scala|vue|svelte|html?|css|scss|less)$/i;

const MANIFESTS: ReadonlySet<string> = new Set(MANIFEST_NAMES);

/**
 * What the host's side of a service's bind mount is for: by its name, and for a folder of the workspace by what lies in it. Unknown for any
 * other folder, which may hold data as well as code.
 */
export function serviceMountRole(mount: Mount, source: string): Maybe<SourceRole> {
  const role = hostPathRole(source);
  if (role !== 'source') return role;
  const name = source
    .replace(/(?<![/\\])[/\\]+$/, '')
    .split(/[/\\]/)
    .at(-1)!;
  if (/^\.{0,2}$/.test(name) || SOURCE_NAMES.has(name.toLowerCase()) || CODE.test(name)) return 'source';
  return holdsCode(mount, source) ? 'source' : unknown;
}

function holdsCode({ service, place }: Mount, source: string): boolean {
  if (!service) return false;
  const { world } = service.compose;
  const path = resolvePath(folderOf(place.source.path), source);
  return path !== undefined && world.fs.kind(path) === 'directory' && namesCode(world, path);
}

function namesCode(world: World, path: string): boolean {
  return world.fs.list(path).some((name) => name === 'src' || MANIFESTS.has(name) || CODE.test(name));
}
