import { cleanPath } from '@dockwarden-internal/syntax';
import { contextOf } from '../context/context-of.ts';
import { joinPath } from '../kernel/path.ts';
import { isUnsure, known, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Copied } from '../model/files.ts';
import type { Variable } from '../model/variable.ts';
import { isLocal } from '../source/sources.ts';
import { copiedOf } from '../stage/copied.ts';
import { copiedPath } from '../stage/copied-path.ts';
import { workdirOf } from '../stage/workdir.ts';

/** What COPY and ADD bring to the path that a variable's value names: the file itself, or the folder of the context that holds it. */
export function broughtBy(variable: Variable): readonly Copied[] {
  return candidates(variable).flatMap(([copied, brings]) => (brings === true ? [copied] : []));
}

/** True where a copied folder may hold the file, which cannot be looked at. */
export function mayBeBrought(variable: Variable): boolean {
  return candidates(variable).some(([, brings]) => isUnsure(brings));
}

function candidates({ instruction: { stage }, value }: Variable): (readonly [Copied, Maybe<boolean>])[] {
  if (!stage || typeof value !== 'string' || !/^(?:\.{0,2}\/|[\w.-]+\.\w+$)/.test(value)) return [];
  const workdir = workdirOf(stage);
  if (isUnsure(workdir) && !value.startsWith('/')) return [];
  const path = value.startsWith('/') ? value : cleanPath(`${known(workdir) ?? ''}/${value}`);
  return copiedOf(stage).map((copied) => [copied, brings(copied, path, value.startsWith('/'))] as const);
}

function brings(copied: Copied, path: string, isAbsolute: boolean): Maybe<boolean> {
  const { source, target } = copied;
  if (typeof target !== 'string') return false;
  const own = copiedPath(copied);
  if (!isUnsure(own)) return own === path;
  // What is copied to the root may be anything; only a path within the application is likely to be of it.
  const folder = target === '/' ? '' : target;
  if (!path.startsWith(`${folder}/`) || (folder === '' && isAbsolute) || source.heredoc) return false;
  const context = isLocal(source) ? known(contextOf(source.instruction.dockerfile)) : undefined;
  if (!context || typeof source.path !== 'string' || /[*?[]/.test(source.path)) return unknown;
  const inContext = joinPath(context.directory, joinPath(source.path, path.slice(folder.length + 1)));
  return context.dockerfile.world.fs.kind(inContext) === 'file';
}
