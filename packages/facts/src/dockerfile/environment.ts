import { memo } from '../kernel/memo.ts';
import { baseName } from '../kernel/path.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { FactSettings } from '../model/world.ts';
import { pathGlobs } from '../source/path-globs.ts';

export type Environment = 'production' | 'development';

const words: Readonly<Record<string, Environment>> = {
  prod: 'production',
  production: 'production',
  dev: 'development',
  development: 'development',
  local: 'development',
  override: 'development',
};

/**
 * Where a Dockerfile is used, by the configuration, else by a word of its name (`Dockerfile.dev`, `api-prod.Dockerfile`) or the folder of a
 * development container; absent where none says.
 */
export function environmentOf({ world, source }: Dockerfile): Environment | undefined {
  const configured = configuredFor(world.settings)(source.path);
  if (configured) return configured;
  if (source.path.split('/').includes('.devcontainer')) return 'development';
  const named = baseName(source.path).toLowerCase().split(/[._-]/);
  return named.map((word) => (Object.hasOwn(words, word) ? words[word] : undefined)).find((environment) => environment);
}

const configuredFor = memo((settings: FactSettings) => {
  const production = pathGlobs(settings.production);
  const development = pathGlobs(settings.development);
  return (path: string): Environment | undefined =>
    production(path) ? 'production' : development(path) ? 'development' : undefined;
});
