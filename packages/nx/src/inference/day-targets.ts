import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import type { TargetConfiguration } from '@nx/devkit';

type Targets = Record<string, TargetConfiguration>;

/** Targets for the containers of a project's images; none for what is only there for its files. */
export function containerTargets(images: readonly SurveyedImage[], build: string): Targets {
  const run = images.filter(({ artifact }) => artifact === undefined);
  if (run.length === 0) return {};
  const only = run.length === 1 ? run[0]! : run.find(({ name, project }) => name === project);
  const options = only?.name === undefined ? {} : { image: only.name };
  return {
    'docker-run': target('run', 'Runs the image of the project: its ports on this machine alone.', {
      options,
      continuous: true,
      dependsOn: [build],
      command: 'run',
      example: { envFile: ['.env'] },
    }),
    'docker-shell': target('shell', 'Opens a shell in the container that runs, else in a fresh one.', {
      options,
      command: 'shell',
      example: { toolbox: 'busybox' },
    }),
    'docker-logs': target('logs', 'Shows what the container says, and goes on with it.', {
      options,
      continuous: true,
      command: 'logs',
      example: { tail: 100 },
    }),
    'docker-inspect': target(
      'inspect',
      'Shows user, ports, environment, labels and layers, and how its containers are.',
      {
        options,
        command: 'inspect',
        example: { format: 'json' },
      },
    ),
  };
}

/** Targets for a project's own Compose files. */
export function composeTargets(): Targets {
  return {
    'compose-up': target('up', 'Starts the Compose files of the project.', {
      options: {},
      continuous: true,
      command: 'up',
      example: { prod: true },
    }),
    'compose-down': target('down', 'Ends the Compose files of the project: removes containers and networks.', {
      options: {},
      command: 'down',
      example: { volumes: true },
    }),
  };
}

interface Parts extends Pick<TargetConfiguration, 'options' | 'continuous' | 'dependsOn'> {
  readonly command: string;
  readonly example: Readonly<Record<string, unknown>>;
}

/** What runs is never kept. A task that goes on by itself is told to Nx as such: others that depend on it start beside it. */
function target(executor: string, description: string, { command, example, ...parts }: Parts): TargetConfiguration {
  return {
    executor: `@dockwarden/nx:${executor}`,
    cache: false,
    ...parts,
    metadata: {
      technologies: ['docker'],
      description,
      help: { command: `npx dockwarden ${command} --help`, example: { options: { ...example } } },
    },
  };
}
