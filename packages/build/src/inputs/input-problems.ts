import type { World } from '@dockwarden-internal/facts';
import { resolvePath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import { distinctBy } from './distinct-by.ts';
import type { InputHooks } from './input-hooks.ts';
import { cycleThrough, parentsOf } from './parents.ts';
import type { ReachedReading } from './reached.ts';

/** Why the inputs of an image cannot be told. */
export function inputProblems(
  world: World,
  image: Image,
  images: readonly Image[],
  readings: readonly ReachedReading[],
  { builderPlatform }: InputHooks,
): readonly Diagnostic[] {
  if (readings.length === 0) return [unreadable(image)];
  const { diagnostics } = parentsOf(world, image, images, builderPlatform);
  const cycle = cycleThrough(world, image, images, builderPlatform);
  const reads = readings.flatMap(({ stages }) => stages.flatMap((stage) => stage.reads));
  const found = [
    ...diagnostics,
    ...(cycle ? [cyclic(image, cycle)] : []),
    ...reads.flatMap((read) => {
      if (read.origin?.kind === 'unresolved') return [unresolved(image, read.origin.text, read.place)];
      if (read.origin?.kind !== 'context') return [];
      const { name, means } = read.origin.context;
      const isFolder = means.kind === 'folder' || means.kind === 'layout';
      if (!isFolder) return [];
      const path = resolvePath('.', means.path);
      if (path !== undefined && (path === '.' || world.fs.kind(path) === 'directory')) return [];
      return [absentContext(image, name, means.path, read.place)];
    }),
  ];
  const readsMain = reads.some(({ origin }) => !origin);
  if (readsMain && image.context === undefined) found.push(noContext(image));
  return distinctBy(found, ({ code, message }) => `${code} ${message}`);
}

function unreadable({ name, dockerfile, target }: Image): Diagnostic {
  const message = target === undefined ? `${dockerfile} cannot be read` : `${dockerfile} has no stage ${target}`;
  return {
    code: 'inputs/no-stage',
    message: `${message}, which the image ${name} is built from`,
    path: dockerfile,
    exit: 2,
  };
}

function noContext({ name, dockerfile }: Image): Diagnostic {
  return {
    code: 'inputs/no-context',
    message: `nothing tells the folder that the image ${name} is built from`,
    hint: `say context: under images.${name} in dockwarden.yaml`,
    path: dockerfile,
    exit: 2,
  };
}

function unresolved({ name }: Image, text: string, place: Diagnostic['place'] & object): Diagnostic {
  const variable = /\$\{?(\w+)/.exec(text)?.[1];
  const what = variable === undefined ? 'names no image' : `hangs on ${variable}, which has no value here`;
  const hint = /^(?:TARGET|BUILD)/.test(variable ?? '')
    ? `say platforms: under images.${name} in dockwarden.yaml`
    : variable === undefined
      ? 'name an image, a stage or a context'
      : `declare ARG ${variable} before the first FROM and give it a default, or a value under images.${name}.args; --from takes no variables`;
  return {
    code: 'inputs/unresolved',
    message: `${text || 'FROM'} ${what}, for the image ${name}`,
    hint,
    place,
    exit: 2,
  };
}

function absentContext(
  { name }: Image,
  context: string,
  path: string,
  place: Diagnostic['place'] & object,
): Diagnostic {
  const message = `there is no folder ${path} below the root, which the context ${context} of the image ${name} stands for`;
  return { code: 'inputs/no-context', message, hint: 'name a folder, from the root', place, exit: 2 };
}

function cyclic({ name, dockerfile }: Image, cycle: readonly Image[]): Diagnostic {
  const way = cycle.map((each) => each.name).join(' → ');
  return {
    code: 'inputs/cycle',
    message: `the image ${name} is built on itself: ${way}`,
    hint: 'build one of them on something else',
    path: dockerfile,
    exit: 2,
  };
}
