import type { Stage } from '../model/dockerfile.ts';
import { buildersOf } from './builders.ts';
import { isLast } from './final.ts';
import { stageName } from './from-word.ts';
import { type Purpose, purposeOfName } from './purpose-of-name.ts';

/** What a stage is for, by its name, else by what builds it; absent where neither says. */
export function purposeOf(stage: Stage): Purpose | undefined {
  const named = purposeOfName(stageName(stage) ?? '');
  if (named) return named;
  const environments = buildersOf(stage).map((builder) => builder.environment);
  if (environments.includes('production')) return 'production';
  const onlyDevelopment = environments.length > 0 && environments.every((each) => each === 'development');
  return onlyDevelopment && !isLast(stage) ? 'development' : undefined;
}
