import { cleanPath } from '@dockwarden-internal/syntax';
import { flagValue } from '../instruction/flags.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Copied } from '../model/files.ts';
import { copies, fromText, remoteOf, sourcesOf, targetOf } from '../source/sources.ts';
import { layersOf } from './layers.ts';
import { mayRead, opensFiles } from './may-read.ts';
import { workdirAt } from './workdir.ts';

/**
 * What COPY and ADD leave in a stage's image, those of the stages it builds on first: one for each source, with the stage's own user in mind.
 * Source: Dockerfile reference, COPY --chown --chmod.
 */
export const copiedOf = memo((stage: Stage): readonly Copied[] => {
  const layers = layersOf(stage);
  const openers = layers.map((layer, at) => ({ layer, at })).filter(({ layer }) => opensFiles(layer));
  return layers.flatMap((instruction, at) => {
    if (!copies(instruction)) return [];
    return copiedBy(
      stage,
      instruction,
      openers.flatMap((opener) => (opener.at > at ? opener.layer : [])),
    );
  });
});

function copiedBy(stage: Stage, instruction: Instruction, later: readonly Instruction[]): Copied[] {
  const { dockerfile, node } = instruction;
  const target = absoluteTarget(instruction);
  const chown = flagValue(instruction, '--chown');
  const chmod = flagValue(instruction, '--chmod');
  return sourcesOf(instruction).map((source) => {
    const fetched = remoteOf(source) === 'url';
    // Files of another stage keep the owner and mode that they have there; what ADD fetches is for its owner alone.
    const fromStage = fromText(instruction) !== undefined;
    const owner = chown ?? (fromStage ? unknown : 'root');
    const mode = chmod ?? (fetched ? '600' : fromStage ? unknown : undefined);
    const readableByUser = mayRead(stage, { target, owner, mode }, later);
    return { stage, source, target, owner, mode, readableByUser, place: placeOf(dockerfile, node.span) };
  });
}

function absoluteTarget(instruction: Instruction): Maybe<string> {
  const target = targetOf(instruction)?.value;
  if (target === undefined || isUnsure(target)) return target;
  if (/^([/\\]|[a-z]:)/i.test(target)) return cleanPath(target);
  const workdir = workdirAt(instruction);
  if (isUnsure(workdir)) return unresolved;
  return cleanPath(`${workdir ?? ''}/${target}`);
}
