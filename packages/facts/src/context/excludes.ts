import type { IgnoreMatcher, IgnoreTree } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { baseName, folderOf, joinPath } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { IgnoreFile } from '../model/context.ts';
import { matcherOf } from './ignore-file.ts';
import { nothingKept } from './nothing-kept.ts';
import { patternTest } from './pattern-test.ts';
import { namesMatching } from './usual-names.ts';
import { type Walked, walk } from './walk.ts';

export interface IgnoreAnswer {
  /** Unknown where the context is too large to be looked at whole. */
  readonly holds: Maybe<boolean>;
  /** The paths or globs asked for of which it is not true, as given. */
  readonly missing: readonly string[];
}

/**
 * Whether an ignore file keeps paths and globs out of the build context. A fixed name counts whether or not it exists today, that of
 * `**\/name` in each folder with a manifest too; any other glob counts where files of the context match it, or one of the usual names.
 */
export function excludes(ignore: IgnoreFile, patterns: readonly string[]): IgnoreAnswer {
  const answers = patterns.map((pattern) => [pattern, isExcluded(ignore, pattern)] as const);
  return answerOf(answers);
}

/** Whether an ignore file lets paths, or what a glob matches, into the build context: the opposite question, name by name. */
export function keeps(ignore: IgnoreFile, patterns: readonly string[]): IgnoreAnswer {
  const answers = patterns.map((pattern) => [pattern, isKept(ignore, pattern)] as const);
  return answerOf(answers);
}

function answerOf(answers: readonly (readonly [string, Maybe<boolean>])[]): IgnoreAnswer {
  const missing = answers.filter(([, holds]) => holds === false).map(([pattern]) => pattern);
  if (missing.length > 0) return { holds: false, missing };
  return { holds: answers.some(([, holds]) => isUnsure(holds)) ? unknown : true, missing };
}

function isExcluded(ignore: IgnoreFile, pattern: string): Maybe<boolean> {
  const name = fixedName(pattern);
  const matcher = matcherOf(ignore.tree);
  if (name?.anywhere === false) return nothingIn(matcher, name.path);
  if (!namesMatching(pattern).every((path) => nothingIn(matcher, path))) return false;
  const kept = keptBy(ignore);
  if (name && !manifestFolders(kept.paths).every((folder) => nothingIn(matcher, joinPath(folder, name.path))))
    return false;
  if (kept.paths.some(patternTest(pattern))) return false;
  return kept.complete ? true : unknown;
}

/** A folder whose contents alone are ignored (`.git/*`) counts as ignored: nothing of it is sent but its name. */
function nothingIn(matcher: IgnoreMatcher, path: string): boolean {
  return matcher.match(path).ignored || matcher.match(joinPath(path, PROBE)).ignored;
}

/** A name that no pattern means. */
const PROBE = 'dockwarden-probe';

function isKept(ignore: IgnoreFile, pattern: string): Maybe<boolean> {
  const name = fixedName(pattern);
  if (name) {
    const nothing = nothingKept(ignore, name.path);
    if (nothing !== false || !name.anywhere) return isUnsure(nothing) ? unknown : !nothing;
  }
  const { directory, dockerfile } = ignore.context;
  const { paths, complete } = walk(dockerfile.world.fs, directory);
  // As a line of an ignore file, which is what a fix would make of it.
  const matches = patternTest(pattern);
  if (paths.some((path) => matches(path) && nothingKept(ignore, path) === true)) return false;
  return complete ? true : unknown;
}

/** `.env` and `**\/.env` name one file, in the context's root and anywhere. */
function fixedName(pattern: string): { readonly path: string; readonly anywhere: boolean } | undefined {
  const anywhere = pattern.startsWith('**/');
  const path = (anywhere ? pattern.slice(3) : pattern).replace(/^\.?\/+|(?<!\/)\/+$/g, '');
  return path === '' || /[*?[\]\\!]/.test(path) ? undefined : { path, anywhere };
}

/** By ignore file and folder: several Dockerfiles may be built from one folder. */
const keptByFolder = memo((_tree: IgnoreTree) => new Map<string, Walked>());

/** What the context holds after the ignore file. */
function keptBy({ tree, context }: IgnoreFile): Walked {
  const known = keptByFolder(tree).get(context.directory);
  if (known) return known;
  const matcher = matcherOf(tree);
  const found = walk(context.dockerfile.world.fs, context.directory, (folder) => matcher.mayKeepBelow(folder));
  const kept = { paths: found.paths.filter((path) => !matcher.match(path).ignored), complete: found.complete };
  keptByFolder(tree).set(context.directory, kept);
  return kept;
}

const MANIFESTS: ReadonlySet<string> = new Set([
  'package.json',
  'pyproject.toml',
  'go.mod',
  'Cargo.toml',
  'composer.json',
  'Gemfile',
]);

function manifestFolders(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => MANIFESTS.has(baseName(path))).map(folderOf);
}
