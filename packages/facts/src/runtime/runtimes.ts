import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Runtime } from '../model/runtime.ts';
import { fromWord } from '../stage/from-word.ts';
import { rootBase, rootStage } from '../stage/root.ts';

/** The interpreters, compilers and servers of the image at the end of the FROM chain; none are seen of one that is not known. */
export function runtimesOf(stage: Stage): readonly Runtime[] {
  return rootRuntimes(rootStage(stage));
}

const rootRuntimes = memo((stage: Stage): readonly Runtime[] => {
  const base = rootBase(stage);
  const word = fromWord(stage);
  if (base === undefined || isUnsure(base) || !word) return [];
  const place = placeOf(stage.dockerfile, word.span);
  return base.runtimes.map(({ name, version }) => ({ name, version: version ?? unknown, place }));
});

/** One of them; absent where the image is known to be for something else. */
export function runtimeNamed(stage: Stage, name: string): Maybe<Runtime> {
  const found = runtimesOf(stage).find((runtime) => runtime.name === name);
  return found ?? (isUnsure(rootBase(stage)) ? unknown : undefined);
}

/** The first numbers of a version: `3.12.7` to two is `3.12`. Unknown where the reference does not say as much. */
export function leadingVersion({ version }: Runtime, parts: number): Maybe<string> {
  if (version === undefined || isUnsure(version)) return version;
  const numbers = /^\d+(\.\d+)*/.exec(version)?.[0].split('.') ?? [];
  return numbers.length < parts ? unknown : numbers.slice(0, parts).join('.');
}
