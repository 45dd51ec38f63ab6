import type { JsonString } from '@dockwarden-internal/syntax';
import { isUnsure } from '../kernel/unsure.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { shellAt } from '../runtime/shell-in-force.ts';
import { fromWord } from './from-word.ts';
import { chainOf } from './parent.ts';
import { rootBase, rootStage } from './root.ts';
import { timelineOf } from './timeline.ts';

/** Where ENTRYPOINT or CMD comes from; undefined where there is none. */
type Origin = Instruction | 'base' | undefined;

/** The ENTRYPOINT and CMD that count. */
export function startOf(stage: Stage): { entrypoint: Origin; cmd: Origin } {
  let entrypoint: Origin = 'base';
  let cmd: Origin = 'base';
  for (const each of chainOf(stage).reverse()) {
    const { instructions, end } = timelineOf(each);
    let cmdIsSet = false;
    for (const instruction of instructions.slice(0, end)) {
      if (instruction.node.keyword === 'cmd') {
        cmd = instruction;
        cmdIsSet = true;
      } else if (instruction.node.keyword === 'entrypoint') {
        entrypoint = instruction;
        if (!cmdIsSet) cmd = undefined;
      }
    }
  }
  return { entrypoint, cmd };
}

/** ENTRYPOINT and CMD as the image's configuration has them. */
export function argvOf(stage: Stage): { readonly entrypoint: readonly string[]; readonly cmd: readonly string[] } {
  const base = rootBase(stage);
  const known = isUnsure(base) ? undefined : base;
  const { entrypoint, cmd } = startOf(stage);
  const values = (part: Part) => part.strings.map(({ value }) => value);
  return {
    entrypoint: values(partOf(entrypoint, stage, known?.entrypoint)),
    cmd: values(partOf(cmd, stage, known?.cmd)),
  };
}

/** ENTRYPOINT or CMD as the builder writes it into the image. */
export interface Part {
  readonly instruction?: Instruction;
  readonly shellForm: boolean;
  readonly strings: readonly JsonString[];
}

export const nothing: Part = { shellForm: false, strings: [] };

export function partOf(origin: Origin, stage: Stage, ofBase: readonly string[] | undefined): Part {
  if (origin === undefined) return nothing;
  if (origin === 'base') {
    const span = fromWord(rootStage(stage))?.span ?? { start: 0, end: 0 };
    return { shellForm: false, strings: (ofBase ?? []).map((value) => ({ value, span })) };
  }
  const { node } = origin;
  if (node.json) return { instruction: origin, shellForm: false, strings: node.json };
  const span = node.argsSpan;
  const script = node.logical.text.slice(node.argsStart, node.argsEnd);
  const words = [...(shellAt(origin)?.words ?? []), script];
  return { instruction: origin, shellForm: true, strings: words.map((value) => ({ value, span })) };
}
