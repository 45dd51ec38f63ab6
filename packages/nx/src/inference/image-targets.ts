import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import type { TargetConfiguration } from '@nx/devkit';
import { EXTRACT_FOLDER } from '../executors/images/extract-folder.ts';
import { imageInputs } from './image-inputs.ts';
import type { ImageTargetNames } from './image-target-names.ts';

type Targets = Record<string, TargetConfiguration>;

const ALWAYS_RUN =
  'Never answered from the cache of Nx, which cannot know whether the image is still there: an image whose inputs are unchanged is looked up and not built.';

/** The targets of a project that has images. */
export function imageTargets(
  root: string,
  images: readonly SurveyedImage[],
  names: ImageTargetNames,
  allRoots: readonly string[],
): Targets {
  // One that something is wrong with is not asked for by name: its project is, and the task says what it is.
  const named = images.flatMap(({ name }) => name ?? []);
  const options = named.length === images.length ? { images: named } : {};
  const inputs = imageInputs(root, images, allRoots);
  const dependsOn = makersOf(root, images, names);
  return {
    [names.build]: {
      executor: '@dockwarden/nx:build',
      options,
      cache: false,
      inputs,
      dependsOn,
      metadata: {
        technologies: ['docker'],
        description: `Builds the images of the project as far as they are not there. ${ALWAYS_RUN}`,
        help: { command: 'npx dockwarden build --help', example: { options: { explain: true } } },
      },
    },
    [names.push]: {
      executor: '@dockwarden/nx:push',
      options,
      cache: false,
      inputs,
      // Not the image's build: what is not there is built and pushed at once, on whatever machine this runs.
      dependsOn,
      metadata: {
        technologies: ['docker'],
        description: `Brings the images of the project to their registry, building what is not there. ${ALWAYS_RUN}`,
        help: { command: 'npx dockwarden push --help', example: { options: { tag: ['{version}'] } } },
      },
    },
    [names.scan]: {
      executor: '@dockwarden/nx:scan',
      options,
      cache: false,
      dependsOn: [names.build],
      metadata: {
        technologies: ['docker'],
        description:
          'Scans the images of the project. What is known to be vulnerable changes without a change of inputs: never cached.',
        help: { command: 'npx dockwarden scan --help', example: { options: { failOn: 'high' } } },
      },
    },
    ...extractTarget(images, names, { inputs, dependsOn }),
  };
}

/** Where files are what an image is for. They can be kept where nothing from elsewhere decides what they are. */
function extractTarget(
  images: readonly SurveyedImage[],
  names: ImageTargetNames,
  shared: Pick<TargetConfiguration, 'inputs' | 'dependsOn'>,
): Targets {
  const artifacts = images.flatMap(({ name, artifact }) =>
    name !== undefined && artifact ? [{ name, ...artifact }] : [],
  );
  if (artifacts.length === 0) return {};
  const stages = artifacts.flatMap(({ name, stage }) => (stage === undefined ? [] : [`${name}=${stage}`]));
  const settled = artifacts.every((artifact) => artifact.settled);
  return {
    [names.extract]: {
      executor: '@dockwarden/nx:extract',
      options: { images: artifacts.map(({ name }) => name), ...(stages.length > 0 && { stages }) },
      cache: settled,
      ...shared,
      outputs: artifacts.map(({ name }) => `{workspaceRoot}/${EXTRACT_FOLDER}/${name}`),
      metadata: {
        technologies: ['docker'],
        description: settled
          ? 'Builds the files that the project makes in a container.'
          : 'Builds the files that the project makes in a container. Not cached: a base that is not pinned, or something that is fetched, can change them.',
        help: { command: 'npx dockwarden build --output local', example: { options: {} } },
      },
    },
  };
}

/** The tasks that make what git ignores and an image copies. */
function makersOf(
  root: string,
  images: readonly SurveyedImage[],
  { make }: ImageTargetNames,
): NonNullable<TargetConfiguration['dependsOn']> {
  const makers = [...new Set(images.flatMap((image) => image.makers))].sort();
  const unknown = images.some(({ unknownMaker }) => unknownMaker);
  const isOwn = (name: string) => images.some((image) => image.project === name && image.root === root);
  const others = makers.filter((name) => !isOwn(name));
  return [
    ...(makers.some(isOwn) || unknown ? [make] : []),
    // Who makes it is not told by its path: the project itself or one that it needs.
    ...(unknown ? [`^${make}`] : []),
    ...(others.length > 0 ? [{ target: make, projects: others }] : []),
  ];
}
