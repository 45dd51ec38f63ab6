import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Label } from '../model/text.ts';
import { allBefore, endOf } from '../stage/timeline.ts';
import { expandAt } from '../variable/lookup.ts';
import { pairsOf } from '../variable/pairs.ts';

/** The pairs of a LABEL; none in other instructions. Source: Dockerfile reference, LABEL. */
export const labelsIn = memo((instruction: Instruction): readonly Label[] => {
  const { dockerfile, node } = instruction;
  if (node.keyword !== 'label') return [];
  return pairsOf(instruction).map(({ name, value, span, nameSpan, valueSpan }) => ({
    key: expandAt(instruction, name),
    value: value === undefined ? undefined : expandAt(instruction, value),
    instruction,
    place: placeOf(dockerfile, span),
    keyPlace: placeOf(dockerfile, nameSpan),
    ...(valueSpan && { valuePlace: placeOf(dockerfile, valueSpan) }),
  }));
});

/** The labels that a stage and those it builds on write, as the image has them: of equal keys the last. Those of the base image are not among them. */
export const ownLabels = memo((stage: Stage): readonly Label[] => {
  const labels = new Map<unknown, Label>();
  for (const label of allBefore(endOf(stage), 'label').flatMap(labelsIn)) {
    const key = isUnsure(label.key) ? label : label.key;
    labels.delete(key);
    labels.set(key, label);
  }
  return [...labels.values()];
});
