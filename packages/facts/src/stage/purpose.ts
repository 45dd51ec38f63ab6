import type { Stage } from '../model/dockerfile.ts';
import { nameWords } from '../variable/name-words.ts';
import { buildersOf } from './builders.ts';
import { isLast } from './final.ts';
import { stageName } from './from-word.ts';

export type Purpose = 'production' | 'development' | 'test';

/** What words of stage names say of a stage. */
const purposes: Readonly<Record<string, Purpose>> = {
  dev: 'development',
  develop: 'development',
  development: 'development',
  devcontainer: 'development',
  debug: 'development',
  debugger: 'development',
  local: 'development',
  test: 'test',
  tests: 'test',
  testing: 'test',
  tester: 'test',
  e2e: 'test',
  ci: 'test',
  lint: 'test',
  linter: 'test',
  prod: 'production',
  production: 'production',
  release: 'production',
  runtime: 'production',
  runner: 'production',
};

/** With one of these a stage serves another one: `prod-deps` is not what runs in production. */
const auxiliary = new Set(['deps', 'dependencies', 'build', 'builder', 'base']);

/** What a stage is for, by its name, else by what builds it; absent where neither says. */
export function purposeOf(stage: Stage): Purpose | undefined {
  const words = nameWords(stageName(stage) ?? '');
  const named = words
    .map((word) => (Object.hasOwn(purposes, word) ? purposes[word] : undefined))
    .find((purpose) => purpose);
  if (named && !(named === 'production' && words.some((word) => auxiliary.has(word)))) return named;
  const environments = buildersOf(stage).map((builder) => builder.environment);
  if (environments.includes('production')) return 'production';
  const onlyDevelopment = environments.length > 0 && environments.every((each) => each === 'development');
  return onlyDevelopment && !isLast(stage) ? 'development' : undefined;
}
