import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import { suggest } from '@dockwarden-internal/syntax';
import type { CompiledPolicies } from './builtin/compiled-policies.ts';
import { openOutside } from './files/open-outside.ts';
import { isFolder, realPath } from './files/real-path.ts';
import { ownPolicies } from './policies/own-policies.ts';
import type { PolicyFolder } from './policies/policy-files.ts';
import type { Terms } from './policies/shared-terms.ts';
import { sentenceOf } from './sentence-of.ts';

export interface PoliciesToTest {
  readonly documents: readonly PolicyDocument[];
  /** What keeps others from being tested. */
  readonly faults: readonly string[];
  /** Shared terms that they may use. */
  readonly terms: Terms;
}

export interface Asked {
  readonly cwd: string;
  /** Ids, id prefixes (`area/`), files, or folders such as a package; empty: all of the workspace. */
  readonly policies: readonly string[];
  readonly builtin: boolean;
}

/** The policies that were asked for, by ids and by paths. */
export async function policiesToTest(
  asked: Asked,
  builtin: CompiledPolicies,
): Promise<PoliciesToTest | { readonly fault: string }> {
  const { cwd, policies: words, builtin: isBuiltin } = asked;
  const around = isBuiltin ? undefined : await ownPolicies(cwd, builtin);
  const known = around?.documents ?? builtin.policies;
  const paths = words.filter((word) => isPath(word, cwd) && !known.some(({ id }) => isMeant(id, word)));
  const ids = words.filter((word) => !paths.includes(word));
  const wanted =
    words.length === 0
      ? known.filter(({ id }) => !around?.folders.get(id)?.package)
      : known.filter(({ id }) => ids.some((word) => isMeant(id, word)));
  const stray = ids.find((word) => !known.some(({ id }) => isMeant(id, word)));
  if (stray !== undefined) {
    const where = isBuiltin ? '' : ' in this workspace; --builtin is for those that come with dockwarden';
    const near = suggest(
      stray,
      known.map(({ id }) => id),
    );
    return { fault: `there is no policy ${JSON.stringify(stray)}${near ? `: did you mean ${near}?` : where}` };
  }
  const faults = paths.length === words.length && words.length > 0 ? [] : (around?.diagnostics ?? []);
  const ofPaths = paths.length > 0 ? await below(asked, builtin, paths) : undefined;
  if (ofPaths && 'fault' in ofPaths) return ofPaths;
  return {
    documents: [...(ofPaths?.documents ?? []), ...wanted],
    faults: [...(ofPaths?.faults ?? []), ...faults.map(sentenceOf)],
    terms: { ...(around?.terms ?? builtin.terms), ...ofPaths?.terms },
  };
}

/** `house` and `house/` mean all of the area. */
function isMeant(id: string, word: string): boolean {
  return id === word || id.startsWith(word.endsWith('/') ? word : `${word}/`);
}

function isPath(word: string, cwd: string): boolean {
  return /\.ya?ml$/.test(word) || isFolder(resolve(cwd, word));
}

/** The policies of files and folders, and what is wrong with these alone. */
async function below(
  asked: Asked,
  builtin: CompiledPolicies,
  paths: readonly string[],
): Promise<PoliciesToTest | { readonly fault: string }> {
  const shown = new Set<string>();
  const named: PolicyFolder[] = [];
  const beside: PolicyFolder[] = [];
  for (const path of paths) {
    const folder = namedFolder(asked.cwd, path, shown);
    if (!folder) return { fault: `${path} cannot be read` };
    named.push(folder);
    if (folder.only !== undefined) beside.push(...packageOf(folder.fs.root));
  }
  const own = await ownPolicies(asked.cwd, builtin, {
    further: [...named, ...beside],
    ...(asked.builtin && { takenIds: false }),
  });
  const documents = own.documents.filter(({ id }) => named.includes(own.folders.get(id)!));
  const faults = own.diagnostics.filter(({ code, place, path }) => {
    const file = place?.source.path ?? path;
    return code.startsWith('terms/') || (file !== undefined && shown.has(file));
  });
  if (documents.length === 0 && faults.length === 0)
    return { fault: `there are no policies below ${paths.join(', ')}` };
  return { documents, faults: faults.map(sentenceOf), terms: own.terms };
}

/** A file or folder that was named; what its files are called is put into `shown`. */
function namedFolder(cwd: string, word: string, shown: Set<string>): PolicyFolder | undefined {
  const place = realPath(resolve(cwd, word));
  const isFile = place !== undefined && statSync(place).isFile();
  const fs = place === undefined ? undefined : openOutside(isFile ? dirname(place) : place);
  if (place === undefined || !fs) return undefined;
  const say = (path: string) => {
    shown.add(path);
    return path;
  };
  if (isFile) return { fs, folder: '.', only: basename(place), shown: () => say(word), package: true };
  return { fs, folder: '.', shown: (path) => say(join(word, path)), package: true };
}

/** The package that a file is part of, whose terms it may use; none where that is a workspace. */
function packageOf(folder: string): PolicyFolder[] {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, 'dockwarden.yaml')) || existsSync(join(at, '.git'))) return [];
    if (!existsSync(join(at, 'pack.yaml'))) continue;
    const fs = openOutside(at);
    return fs ? [{ fs, folder: '.', shown: (path) => join(at, path), package: true }] : [];
  }
  return [];
}
