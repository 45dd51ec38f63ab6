import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import type { FindPack, FoundPack } from '@dockwarden-internal/policy';
import { type Diagnostic, sourceText, suggest } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { CompiledPolicies } from '../builtin/compiled-policies.ts';
import type { ReadOutside } from '../files/read-outside.ts';

/** Finds packs: `dockwarden:NAME` and `NAME` among the built-in ones, `./path` from the file that says so, else a package. */
export function packFinder(fs: NodeFileSystem, builtin: CompiledPolicies, readOutside: ReadOutside): FindPack {
  return async (name, from) => {
    const own = name.startsWith('dockwarden:') ? name.slice('dockwarden:'.length) : name;
    if (Object.hasOwn(builtin.packs, own))
      return { pack: builtin.packs[own]!, location: `dockwarden:${own}`, diagnostics: [] };
    if (name.startsWith('dockwarden:')) return unknownPack(name, builtin);
    if (name.startsWith('/')) return outside(name);
    if (name.startsWith('.') || /\.ya?ml$/.test(name)) return packFile(fs, name, from);
    return packagePack(fs, name, builtin, readOutside);
  };
}

function unknownPack(name: string, builtin: CompiledPolicies): FoundPack {
  const names = Object.keys(builtin.packs);
  const near = suggest(name.replace(/^dockwarden:/, ''), names);
  return failed(
    name,
    `there is no pack ${JSON.stringify(name)}`,
    near
      ? `did you mean dockwarden:${near}?`
      : `packs: ${names.join(', ')}; or a package, or a path that begins with ./`,
  );
}

async function packFile(fs: NodeFileSystem, name: string, from: string | undefined): Promise<FoundPack> {
  const folder = from === undefined || from.startsWith('dockwarden:') ? '.' : posix.dirname(from);
  const path = posix.normalize(posix.join(folder, name));
  if (path.startsWith('../') || fs.entry(path) === 'outside') return outside(name);
  const text = fs.read(path);
  if (text === undefined)
    return failed(path, `the pack ${path} cannot be read`, 'paths of packs start from the file that names them');
  return load(path, text);
}

function outside(name: string): FoundPack {
  return failed(
    name,
    `the pack ${name} lies outside of the root`,
    'keep packs below the root, or publish them as a package',
  );
}

async function packagePack(
  fs: NodeFileSystem,
  name: string,
  builtin: CompiledPolicies,
  readOutside: ReadOutside,
): Promise<FoundPack> {
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return unknownPack(name, builtin);
  const manifest = resolveManifest(fs.root, name);
  const text = manifest === undefined ? undefined : readOutside(manifest);
  if (manifest === undefined || text === undefined) return unknownPack(name, builtin);
  const path = join(dirname(manifest), posix.normalize(`/${packFileOf(text)}`));
  const pack = readOutside(path);
  if (pack === undefined)
    return failed(
      path,
      `the package ${name} has no pack at ${path}`,
      'name the file in its package.json: "dockwarden": "pack.yaml"',
    );
  return load(path, pack);
}

function resolveManifest(root: string, name: string): string | undefined {
  try {
    return createRequire(join(root, 'package.json')).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

/** `"dockwarden": "pack.yaml"` in a package's manifest. */
function packFileOf(manifest: string): string {
  try {
    const { dockwarden } = JSON.parse(manifest) as { dockwarden?: unknown };
    return typeof dockwarden === 'string' ? dockwarden : 'pack.yaml';
  } catch {
    return 'pack.yaml';
  }
}

async function load(path: string, text: string): Promise<FoundPack> {
  const { loadPack } = await import('@dockwarden-internal/policy/load');
  const { pack, diagnostics } = loadPack(sourceText(path, text));
  return { ...(pack && { pack }), location: path, diagnostics };
}

function failed(location: string, message: string, hint: string): FoundPack {
  const diagnostic: Diagnostic = { code: 'pack/unknown', message, hint, exit: 2 };
  return { location, diagnostics: [diagnostic] };
}
