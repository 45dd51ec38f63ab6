import { memo } from '../kernel/memo.ts';
import { baseName } from '../kernel/path.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Program } from '../model/runtime.ts';
import { isArchiveByName } from '../source/archive.ts';
import { sourcesOf, targetOf } from '../source/sources.ts';
import { workdirAt } from './workdir.ts';

/** Folders of the operating system: a folder copied onto one of them may hold any program. */
const systemFolder = /^\/((usr\/)?(local\/)?s?bin|usr(\/local)?|opt\/bin)?\/?$/;

/** Names of folders that hold programs, or folders that do. */
const folderName =
  /^(s?bin|usr|local|rootfs|root|sysroot|opt|out|output|dist|build|install|target|staging|fs|overlay|\.|)$/;

export interface CopiedPrograms {
  readonly programs: readonly Program[];
  /** True where a folder of programs, or an archive, may bring more than its name says. */
  readonly opaque: boolean;
}

/** What a COPY or ADD brings that may be a program, by the names of its sources and its target. */
export const copiedPrograms = memo((copy: Instruction): CopiedPrograms => {
  const target = targetOf(copy);
  if (!target) return { programs: [], opaque: false };
  if (typeof target.value !== 'string') return { programs: [], opaque: true };
  const workdir = target.value.startsWith('/') ? '' : workdirAt(copy);
  const place = isUnsure(workdir) ? undefined : `${workdir ?? ''}/${target.value}`.replace(/\/+(\.\/*)*/g, '/');
  const onSystem = place === undefined || systemFolder.test(place);
  const programs: Program[] = [];
  let opaque = false;
  for (const source of sourcesOf(copy)) {
    const name = typeof source.path === 'string' ? lastPart(source.path) : undefined;
    if (name !== undefined) programs.push({ name, place: source.place });
    const unpacked = copy.node.keyword === 'add' && isArchiveByName(source);
    const folder = name === undefined || folderName.test(name) || /[*?[]/.test(name) || source.text.endsWith('/');
    if (onSystem && !source.heredoc && (folder || unpacked)) opaque = true;
  }
  const last = lastPart(target.value);
  if (last !== '' && last !== '.') programs.push({ name: last, place: placeOf(copy.dockerfile, target.word.span) });
  return { programs, opaque };
});

function lastPart(path: string): string {
  const trimmed = path.replace(/(?<!\/)\/+$/, '');
  return baseName(trimmed);
}
