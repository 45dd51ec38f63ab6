import { contextOf } from '../context/context-of.ts';
import { gitIgnored } from '../context/git-ignored.ts';
import { memo } from '../kernel/memo.ts';
import { baseName, joinPath } from '../kernel/path.ts';
import { isUnsure, known, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Source } from '../model/files.ts';
import { isPattern } from './path-match.ts';
import { type NamedRole, namesArtifact, namesSecret, roleByName } from './role-by-name.ts';
import { fromText, isLocal, remoteOf } from './sources.ts';

export type SourceRole = NamedRole | 'source' | 'url' | 'git' | 'heredoc';

/**
 * What a source is to a build, by its name first. What a stage made is an artifact, and so is what git ignores. Unresolved where a variable
 * stands in for the last name of the path.
 */
export const roleOf = memo((source: Source): Maybe<SourceRole> => {
  if (source.heredoc) return 'heredoc';
  const remote = remoteOf(source);
  if (remote) return remote;
  const path = isUnsure(source.path) ? plainEnd(source.text) : source.path;
  if (path !== undefined && namesSecret(path) && !isHarmlessSettings(source, path)) return 'secret';
  if (fromText(source.instruction) !== undefined) return 'artifact';
  if (path === undefined) return unresolved;
  return roleByName(path) ?? (isArtifact(source, path) ? 'artifact' : 'source');
});

/** The last names of a path with a variable further up: `package.json` of `apps/$APP/package.json`. */
function plainEnd(text: string): string | undefined {
  const end = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('}'), text.lastIndexOf('$')));
  return end.startsWith('/') && end.length > 1 ? end.slice(1) : undefined;
}

const REGISTRY_SETTINGS: ReadonlySet<string> = new Set(['.npmrc', '.pypirc', '.netrc']);

/** A literal token or password in the settings of a package manager; `${NPM_TOKEN}` is none. */
const CREDENTIAL = /(?:_auth|_authToken|_password|password)(?:\s*[=:]\s*|(?=[^\S ]* )\s+)(?!\$\{)\S/;

/** True for settings of a package manager in which no credential is seen. */
function isHarmlessSettings(source: Source, path: string): boolean {
  if (!REGISTRY_SETTINGS.has(baseName(path)) || !isLocal(source)) return false;
  const context = known(contextOf(source.instruction.dockerfile));
  const text = context?.dockerfile.world.fs.read(joinPath(context.directory, path));
  // What cannot be seen is taken for what nearly all have in git: a registry, and a variable for the token.
  return text === undefined ? baseName(path) === '.npmrc' : !CREDENTIAL.test(text);
}

/** What builds write: by name, unless the context holds it and git does not ignore it: then `build/` is a folder of scripts. */
export function isArtifact(source: Source, path: string): boolean {
  const named = namesArtifact(path);
  if (isUnsure(source.path) || path === '.' || isPattern(path)) return named;
  const context = known(contextOf(source.instruction.dockerfile));
  if (!context) return named;
  const { world } = context.dockerfile;
  const file = joinPath(context.directory, path);
  if (gitIgnored(world, file, world.fs.kind(file) !== 'file')) return true;
  return named && !(world.fs.kind(file) !== undefined && world.fs.kind('.gitignore') === 'file');
}
