import { memo } from '../kernel/memo.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Program } from '../model/runtime.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { programChange } from '../runtime/program-change.ts';
import { copiedPrograms } from './copied-programs.ts';
import { layersOf } from './layers.ts';

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
