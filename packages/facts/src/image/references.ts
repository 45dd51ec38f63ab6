import { csvFields, type FlagNode, type Span } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import { type Dockerfile, type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Reference, ReferenceKind } from '../model/image.ts';
import { couldBecome } from '../stage/could-become.ts';
import { fromWord } from '../stage/from-word.ts';
import { namedContext } from '../stage/named-context.ts';
import { baseOf, parentOf } from '../stage/parent.ts';
import { earlierStage, stagesByName } from '../stage/stages-by-name.ts';
import { fromImage } from './from-image.ts';
import { imageOf } from './image-of.ts';

/** Every place of a Dockerfile that names an image, a stage or a context, in document order. */
export const referencesOf = memo((dockerfile: Dockerfile): readonly Reference[] =>
  dockerfile.instructions.flatMap(referencesIn),
);

/** What an instruction names: FROM one image, COPY one, RUN one for each mount that says `from`. */
export const referencesIn = memo((instruction: Instruction): readonly Reference[] => {
  const { node, stage } = instruction;
  if (node.keyword === 'from') return stage ? fromReference(stage) : [];
  if (node.keyword === 'copy') {
    const flag = node.flags.find(({ name }) => name === '--from');
    return flag?.value && flag.valueSpan ? [flagReference(instruction, 'copy', flag.value, flag.valueSpan)] : [];
  }
  return node.keyword === 'run' ? node.flags.flatMap((flag) => mountReference(instruction, flag)) : [];
});

function mountReference(run: Instruction, flag: FlagNode): Reference[] {
  const from =
    flag.name === '--mount' && flag.valueSpan ? csvFields(flag).find(({ name }) => name === 'from') : undefined;
  return from?.value && from.valueSpan ? [flagReference(run, 'mount', from.value, from.valueSpan)] : [];
}

function fromReference(stage: Stage): Reference[] {
  const word = fromWord(stage);
  const image = fromImage(stage);
  if (!word || !image) return [];
  const { kind } = baseOf(stage);
  const shared = { use: 'from' as const, text: word.text, place: image.place, dockerfile: stage.dockerfile };
  return [
    {
      ...shared,
      kind,
      target: parentOf(stage),
      ...((kind === 'image' || isUnsure(kind)) && { image }),
      ...(stage.from && { instruction: stage.from }),
    },
  ];
}

/**
 * `--from` takes no variables. A number names a stage by its place for COPY alone. A name that only a later stage has, and a number without a
 * stage above, are refused: no image is looked for. In a trigger, a bare name may be a stage of the Dockerfile that builds on this one.
 * Source: Dockerfile reference, COPY --from; toCommand, dispatchCopy and dispatchRunMounts in moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go.
 */
function flagReference(instruction: Instruction, use: 'copy' | 'mount', text: string, span: Span): Reference {
  const { dockerfile, stage } = instruction;
  const place = placeOf(dockerfile, span);
  const { kind, target, outOfReach } = named(instruction, use, text);
  const resolved = text.includes('$') ? unresolved : text;
  const mayBeImage = kind === 'image' || isUnsure(kind);
  return {
    use,
    kind,
    text,
    place,
    target,
    ...(outOfReach && { outOfReach }),
    ...(mayBeImage && { image: imageOf({ world: dockerfile.world, text, place, kind, resolved }) }),
    instruction,
    dockerfile: stage?.dockerfile ?? dockerfile,
  };
}

interface Named {
  readonly kind: Maybe<ReferenceKind>;
  readonly target: Maybe<Stage>;
  readonly outOfReach?: true;
}

function named({ dockerfile, stage, onbuild }: Instruction, use: 'copy' | 'mount', text: string): Named {
  if (!stage) return { kind: unknown, target: unknown };
  if (text.includes('$')) {
    const canBeStage = dockerfile.stages.some((each) => each.index < stage.index) || /^\$/.test(text);
    return canBeStage && !/[/:@]/.test(text)
      ? { kind: unknown, target: unknown }
      : { kind: 'image', target: undefined };
  }
  const isNumber = use === 'copy' && /^\d+$/.test(text);
  const byNumber = isNumber ? dockerfile.stages[Number(text)] : undefined;
  const target = byNumber && byNumber.index <= stage.index ? byNumber : earlierStage(stage, text);
  if (target) return { kind: 'stage', target };
  const sameName = stagesByName(dockerfile).get(text.toLowerCase());
  if (sameName?.includes(stage)) return { kind: 'stage', target: stage };
  const context = namedContext(dockerfile, text);
  if (context !== undefined) return { kind: isUnsure(context) ? unknown : 'context', target: undefined };
  if (text === 'scratch') return { kind: 'scratch', target: undefined };
  if (onbuild && /^[a-z\d][\w.-]*$/i.test(text)) return { kind: unknown, target: unknown };
  if (isNumber || sameName) return { kind: 'stage', target: undefined, outOfReach: true };
  return { kind: 'image', target: undefined };
}

/** True for `COPY --from=0`. */
export function isByIndex({ use, kind, target, text }: Reference): boolean {
  return use === 'copy' && kind === 'stage' && target !== undefined && /^\d+$/.test(text);
}

/** True where a reference names a stage, or could once its variables have values. */
export function mayName(reference: Reference, stage: Stage, name: string | undefined): boolean {
  if (!isUnsure(reference.target)) return reference.target === stage;
  const { dockerfile, instruction } = reference;
  const below = instruction?.stage === undefined || instruction.stage.index > stage.index;
  return (
    below &&
    name !== undefined &&
    dockerfile === stage.dockerfile &&
    couldBecome(reference.text, name, dockerfile.tree.escape)
  );
}
