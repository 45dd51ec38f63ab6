import { nameWords } from '../variable/name-words.ts';

export type Purpose = 'production' | 'development' | 'test';

/** What words of the names of stages, of Bake targets and of configured images say. */
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

/** What a stage, or what a target builds, is for by its name; absent where that does not say. */
export function purposeOfName(name: string): Purpose | undefined {
  const words = nameWords(name);
  const named = words
    .map((word) => (Object.hasOwn(purposes, word) ? purposes[word] : undefined))
    .find((purpose) => purpose);
  return named === 'production' && words.some((word) => auxiliary.has(word)) ? undefined : named;
}

/** `development` where a target or image of this name is for working or testing; absent where the name does not say. */
export function environmentOfName(name: string): 'development' | undefined {
  const purpose = purposeOfName(name);
  return purpose === 'development' || purpose === 'test' ? 'development' : undefined;
}
