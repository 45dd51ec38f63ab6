import { fromParts, type Place, type WordNode } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';

/** The word of FROM that names image or stage; absent in a fragment and after a bare FROM. */
export function fromWord(stage: Stage): WordNode | undefined {
  return partsOf(stage)?.image;
}

/** The name after AS, as written. Source: Dockerfile reference, FROM. */
export function stageName(stage: Stage): string | undefined {
  return partsOf(stage)?.as?.name.text;
}

export function stageNamePlace(stage: Stage): Place | undefined {
  const name = partsOf(stage)?.as?.name;
  return name && placeOf(stage.dockerfile, name.span);
}

const partsOf = memo((stage: Stage) => stage.from && fromParts(stage.from.node));

/** How messages call a stage that may have no name. */
export function stageLabel(stage: Stage): string {
  return stageName(stage) ?? `stage ${stage.index}`;
}
