import { isByIndex, mayName, referencesOf } from '../image/references.ts';
import { memo } from '../kernel/memo.ts';
import type { Word } from '../model/command.ts';
import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import type { Reference } from '../model/image.ts';
import { buildersOf } from './builders.ts';
import { stageName, stageNamePlace } from './from-word.ts';
import { earlierStage } from './stages-by-name.ts';

/**
 * What builds on a stage, copies or mounts from it, or builds it, in this workspace. A reference that only its variables keep from naming the
 * stage counts; a stage that copies from itself does not.
 */
export function usedBy(stage: Stage): readonly Reference[] {
  const inFile = usesInFile(stage.dockerfile).get(stage) ?? [];
  return [...inFile, ...buildersOf(stage).flatMap(({ reference }) => reference ?? [])];
}

const usesInFile = memo((dockerfile: Dockerfile): ReadonlyMap<Stage, readonly Reference[]> => {
  const uses = new Map<Stage, Reference[]>(dockerfile.stages.map((stage) => [stage, []]));
  for (const reference of referencesOf(dockerfile)) {
    const { target } = reference;
    if (target === undefined) continue;
    const candidates = typeof target === 'object' ? [target] : dockerfile.stages;
    for (const stage of candidates) {
      if (reference.instruction?.stage !== stage && mayName(reference, stage, stageName(stage)))
        uses.get(stage)!.push(reference);
    }
  }
  return uses;
});

/** The stage's name where it is given, and every place of the file that names it so; empty for a stage without a name. */
export function nameUses(stage: Stage): readonly Word[] {
  const name = stageName(stage);
  const place = stageNamePlace(stage);
  if (name === undefined || !place) return [];
  const named = referencesOf(stage.dockerfile).filter(
    (reference) =>
      reference.target === stage && !isByIndex(reference) && reference.text.toLowerCase() === name.toLowerCase(),
  );
  return [
    { text: name, value: name, place },
    ...named.map((reference) => ({ text: reference.text, value: reference.text, place: reference.place })),
  ];
}

/** An earlier stage of the same name, in any case. */
export function nameTakenBy(stage: Stage): Stage | undefined {
  const name = stageName(stage);
  return name === undefined ? undefined : earlierStage(stage, name);
}
