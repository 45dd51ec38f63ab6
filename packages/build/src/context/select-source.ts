import { cleanPath, type Diagnostic } from '@dockwarden-internal/syntax';
import type { ContextInputs, InputSource } from '../model/image-inputs.ts';
import { collect, collectOne } from './collect.ts';
import { collectClosure } from './collect-closure.ts';
import { collectParents } from './collect-parents.ts';
import { expandSource } from './expand-source.ts';
import { followPath } from './follow-path.ts';
import { excluding, type Hiding, NOTHING_HIDDEN } from './hiding.ts';
import type { GitIndex } from './read-context.ts';
import type { Selection } from './selection.ts';
import { gitNamed, malformed, missing } from './source-faults.ts';

/** Adds what one source names to the selection; gives what the build would fail on. */
export function selectSource(
  selection: Selection,
  inputs: ContextInputs,
  written: InputSource,
  index: GitIndex | undefined,
): Diagnostic[] {
  if (written.closure) {
    collectClosure(selection, inputs.directory, written.closure);
    return [];
  }
  // No source leads above its context; `..` stops there.
  const source = { ...written, path: cleanPath(`/${written.path}`).slice(1) || '.' };
  const parents = parentsOf(source);
  if (parents) {
    const pivot = followPath(selection.view, parents.pivot);
    if (pivot.path === undefined)
      return [missing(selection.view, inputs, source, { ...pivot, path: parents.pivot }, index)];
    for (const link of pivot.links) collectOne(selection, link);
    if (collectParents(selection, pivot.path, parents.pattern, parents.excludes)) return [];
    if (source.pattern) return awaitFolder(selection, source, pivot.path);
  }
  const excludes = source.parents && source.pivot === undefined ? NOTHING_HIDDEN : hidingFrom(source.excludes);
  if (!source.pattern) return select(source.path);
  const { paths, start, widened, malformed: isMalformed } = expandSource(selection.view, source.path);
  if (isMalformed) return [malformed(source)];
  if (start.path === undefined)
    return [missing(selection.view, inputs, source, { ...start, path: start.written }, index)];
  for (const link of start.links) collectOne(selection, link);
  if (paths.length > 0) return paths.flatMap(select);
  // Whether the builder gets the folder with what else it gets is not known here.
  return widened && selection.mode === 'direct' ? [] : awaitFolder(selection, source, start.path);

  function select(path: string): Diagnostic[] {
    const { links, path: target, leaving } = followPath(selection.view, path);
    if (target === undefined) return [missing(selection.view, inputs, source, { path, leaving }, index)];
    const named = [...links, target].find((one) => one.split('/').includes('.git'));
    if (named !== undefined && !selection.git && selection.mode === 'staged') return [gitNamed(source)];
    for (const link of links) collectOne(selection, link);
    collect(selection, target, excludes);
    return [];
  }
}

/** A pattern that matches nothing copies nothing, and is no error, provided that the builder has the folder in which it looks. */
function awaitFolder({ awaited }: Selection, source: InputSource, folder: string): Diagnostic[] {
  if (folder !== '.') awaited.set(folder, source);
  return [];
}

/**
 * `**` means anything only with `--parents`; where that is not told, it is read as if it were there, which is never less. Without a pivot
 * the path is read from the top, which is the same, and excludes are left aside.
 */
function parentsOf({ path, pattern, parents, pivot, excludes }: InputSource) {
  if (path === '.' || path === pivot) return undefined;
  if (!parents && !(pattern && path.split('/').includes('**'))) return undefined;
  if (pivot === undefined) return { pivot: '.', pattern: path, excludes: NOTHING_HIDDEN };
  return { pivot, pattern: pivot === '.' ? path : path.slice(pivot.length + 1), excludes: hidingFrom(excludes) };
}

function hidingFrom(excludes: readonly string[]): Hiding {
  return excludes.length > 0 ? excluding(excludes) : NOTHING_HIDDEN;
}
