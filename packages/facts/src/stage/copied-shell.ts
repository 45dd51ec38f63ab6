import { memo } from '../kernel/memo.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import { copies } from '../source/sources.ts';
import { copiedPrograms } from './copied-programs.ts';
import { layersOf } from './layers.ts';

/** Whether COPY or ADD of a stage, or of those it builds on, bring a shell; unknown where they bring a system, or a folder of programs. */
export const copiesShell = memo((stage: Stage): Maybe<boolean> => {
  const copied = layersOf(stage).filter(copies).map(copiedPrograms);
  if (copied.some(({ programs }) => programs.some(({ name }) => shells.test(name)))) return true;
  return copied.some(({ opaque }) => opaque) ? unknown : false;
});

/** The shell that builder and engine start by themselves is /bin/sh. */
const shells = /^(ba|da|a)?sh$|^busybox/;
