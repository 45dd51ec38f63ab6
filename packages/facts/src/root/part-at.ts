import type { Place } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { World } from '../model/world.ts';
import { stageWord, wayInDockerfile } from './way-in-dockerfile.ts';
import { wayInYaml } from './way-in-yaml.ts';

/** The stage of a Dockerfile (its name in lower case, else its number from 0) or the service of a Compose file that a place is in. */
export interface Part {
  readonly stage?: string;
  readonly service?: string;
}

/** Nothing for a place above the first stage, beside the services, or in a file of another kind. */
export function partAt(world: World, place: Place): Part {
  const { path } = place.source;
  const dockerfile = dockerfilesByPath(world).get(path);
  if (dockerfile) {
    const [stage = ''] = wayInDockerfile(dockerfile, place).split('/', 1);
    return stage === 'top' || stage === 'global' ? {} : { stage };
  }
  const composeFile = composeFilesByPath(world).get(path);
  const [top, service] = composeFile ? wayInYaml(composeFile.tree, place.span.start).split('/', 2) : [];
  return top === 'services' && service !== undefined ? { service } : {};
}

/** The names of the stages or services that a file has; undefined for a file of another kind. */
export function partsIn(world: World, path: string): ReadonlySet<string> | undefined {
  const dockerfile = dockerfilesByPath(world).get(path);
  if (dockerfile) return new Set(dockerfile.stages.map(stageWord));
  const composeFile = composeFilesByPath(world).get(path);
  if (!composeFile) return undefined;
  const models = world.composes.filter(({ files }) => files.includes(composeFile));
  return new Set(models.flatMap(({ services }) => services.map(({ name }) => name)));
}

const dockerfilesByPath = memo(({ dockerfiles, builds }: World) => {
  const all = [...dockerfiles, ...builds.map(({ dockerfile }) => dockerfile)];
  return new Map(all.map((each) => [each.source.path, each]));
});
const composeFilesByPath = memo((world: World) => new Map(world.composeFiles.map((each) => [each.source.path, each])));
