import { memo } from '../kernel/memo.ts';
import type { Command } from '../model/command.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Program } from '../model/runtime.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { programChange } from '../runtime/program-change.ts';
import { copiedPrograms } from './copied-programs.ts';
import { hasMoreLayers, layersOf } from './layers.ts';

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
  const groups = new Map<string, readonly string[]>();
  let opaque = hasMoreLayers(stage);
  const bring = (name: string, place: Program['place']): void => {
    removed.delete(name);
    if (!brought.has(name)) brought.set(name, { name, place });
  };
  const run = (command: Command): void => {
    const change = programChange(command);
    for (const { name, span } of change.brings) bring(name, placeOf(stage.dockerfile, span));
    if (change.group !== undefined)
      groups.set(
        change.group,
        change.brings.map(({ name }) => name),
      );
    for (const { word, programs } of change.removes) {
      for (const name of groups.get(word) ?? programs) {
        brought.delete(name);
        removed.add(name);
      }
    }
    opaque ||= change.opaque;
  };
  for (const instruction of layersOf(stage)) {
    if (instruction.node.keyword === 'run') {
      opaque ||= mayRunMore(instruction);
      commandsOf(instruction).forEach(run);
    } else {
      const copy = copiedPrograms(instruction);
      for (const { name, place } of copy.programs) bring(name, place);
      opaque ||= copy.opaque;
    }
  }
  return { brought, removed, opaque };
});
