import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Program } from '../model/runtime.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { programChange } from '../runtime/program-change.ts';
import { sourcesOf, targetOf } from '../source/sources.ts';
import { layersOf } from './layers.ts';
import { workdirAt } from './workdir.ts';

/** What a stage and those it builds on add to the programs of the base image, and take from them. */
export interface Content {
  readonly brought: ReadonlyMap<string, Program>;
  readonly removed: ReadonlySet<string>;
  /** True where something may have brought programs of the operating system that are not seen. */
  readonly opaque: boolean;
}

export const contentOf = memo((stage: Stage): Content => {
  const brought = new Map<string, Program>();
  const removed = new Set<string>();
  let opaque = false;
  const bring = (name: string, place: Program['place']): void => {
    removed.delete(name);
    if (!brought.has(name)) brought.set(name, { name, place });
  };
  const groups = new Map<string, readonly string[]>();
  for (const instruction of layersOf(stage)) {
    if (instruction.node.keyword === 'run') {
      opaque ||= mayRunMore(instruction);
      for (const command of commandsOf(instruction)) {
        const change = programChange(command, groups);
        for (const { name, span } of change.brings) bring(name, placeOf(instruction.dockerfile, span));
        for (const name of change.removes) {
          brought.delete(name);
          removed.add(name);
        }
        opaque ||= change.opaque;
      }
    } else {
      const copy = copiedPrograms(instruction);
      for (const { name, place } of copy.programs) bring(name, place);
      opaque ||= copy.opaque;
    }
  }
  return { brought, removed, opaque };
});

/** Folders of the operating system: a folder copied onto one of them may hold any program. */
const systemFolder = /^\/((usr\/)?(local\/)?s?bin|usr(\/local)?|opt\/bin)?\/?$/;

/** Names of folders that hold programs, or folders that do. */
const folderName = /^(s?bin|usr|local|rootfs|root|opt|out|dist|build|fs|overlay|\.|)$/;

function copiedPrograms(copy: Instruction): { programs: readonly Program[]; opaque: boolean } {
  const target = targetOf(copy);
  if (!target) return { programs: [], opaque: false };
  if (typeof target.value !== 'string') return { programs: [], opaque: true };
  const workdir = target.value.startsWith('/') ? '' : workdirAt(copy);
  const folder = isUnsure(workdir) ? undefined : `${workdir ?? ''}/${target.value}`.replace(/\/+(\.\/*)*/g, '/');
  const onSystem = folder === undefined || systemFolder.test(folder);
  const programs: Program[] = [];
  let opaque = false;
  for (const source of sourcesOf(copy)) {
    const name = typeof source.path === 'string' ? lastPart(source.path) : undefined;
    if (name !== undefined) programs.push({ name, place: source.place });
    if (
      onSystem &&
      !source.heredoc &&
      (name === undefined || folderName.test(name) || /[*?[]/.test(name) || source.text.endsWith('/'))
    )
      opaque = true;
  }
  const last = lastPart(target.value);
  if (last !== '' && last !== '.') programs.push({ name: last, place: placeOf(copy.dockerfile, target.word.span) });
  return { programs, opaque };
}

function lastPart(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}
