import {
  DOWN_TASK_OPTIONS,
  INSPECT_TASK_OPTIONS,
  LOGS_TASK_OPTIONS,
  RUN_TASK_OPTIONS,
  SHELL_TASK_OPTIONS,
  UP_TASK_OPTIONS,
} from './day-task-options.ts';
import { DOCKER_CI_OPTIONS } from './docker-ci-options.ts';
import { DOCKER_FIX_OPTIONS } from './docker-fix-options.ts';
import { DOCKER_PIN_OPTIONS } from './docker-pin-options.ts';
import { DOCKER_POLICY_OPTIONS } from './docker-policy-options.ts';
import { DOCKER_COMPOSE_OPTIONS, DOCKER_SETUP_OPTIONS } from './docker-setup-options.ts';
import { BUILD_TASK_OPTIONS, EXTRACT_TASK_OPTIONS, SCAN_TASK_OPTIONS } from './image-task-options.ts';
import { INIT_OPTIONS } from './init-options.ts';
import { LINT_OPTIONS } from './lint-options.ts';
import type { NxOptionTable } from './option-table.ts';

/** What becomes a schema.json of the published package. */
export interface SchemaSource {
  /** Of the generated file, without ending. */
  readonly file: string;
  readonly id: string;
  readonly kind: 'executor' | 'generator';
  readonly title: string;
  readonly description: string;
  readonly options: NxOptionTable;
  readonly examples?: readonly { readonly command: string; readonly description: string }[];
}

export const SCHEMAS: readonly SchemaSource[] = [
  {
    file: 'lint',
    id: 'DockwardenLint',
    kind: 'executor',
    title: 'Lint Dockerfiles and Compose files',
    description: 'Holds the Dockerfiles and Compose files of a project to the policies of the workspace.',
    options: LINT_OPTIONS,
  },
  {
    file: 'build',
    id: 'DockwardenBuild',
    kind: 'executor',
    title: 'Build images',
    description:
      'Builds the images of a project as far as they are not there. What dockwarden.yaml says of an image under images: may stand among the options, too.',
    options: BUILD_TASK_OPTIONS,
  },
  {
    file: 'push',
    id: 'DockwardenPush',
    kind: 'executor',
    title: 'Push images',
    description: 'Brings the images of a project to their registry, building what is not there.',
    options: BUILD_TASK_OPTIONS,
  },
  {
    file: 'extract',
    id: 'DockwardenExtract',
    kind: 'executor',
    title: 'Build files in a container',
    description: 'Writes the files of images that are there for their files.',
    options: EXTRACT_TASK_OPTIONS,
  },
  {
    file: 'scan',
    id: 'DockwardenScan',
    kind: 'executor',
    title: 'Scan images',
    description: 'Scans the images of a project with the scanners that are there.',
    options: SCAN_TASK_OPTIONS,
  },
  {
    file: 'run',
    id: 'DockwardenRun',
    kind: 'executor',
    title: 'Run an image',
    description: 'Runs the image of a project as it will run: its user, its ports on this machine alone.',
    options: RUN_TASK_OPTIONS,
  },
  {
    file: 'shell',
    id: 'DockwardenShell',
    kind: 'executor',
    title: 'Open a shell',
    description: 'Opens a shell in the container of an image that runs, else in a fresh one.',
    options: SHELL_TASK_OPTIONS,
  },
  {
    file: 'logs',
    id: 'DockwardenLogs',
    kind: 'executor',
    title: 'Show what a container says',
    description: 'Shows what the container of an image says, and goes on with it.',
    options: LOGS_TASK_OPTIONS,
  },
  {
    file: 'inspect',
    id: 'DockwardenInspect',
    kind: 'executor',
    title: 'Show what an image is',
    description: 'Shows user, ports, environment, labels and layers of an image, and how its containers are.',
    options: INSPECT_TASK_OPTIONS,
  },
  {
    file: 'up',
    id: 'DockwardenUp',
    kind: 'executor',
    title: 'Start Compose files',
    description: 'Starts the Compose files of a project.',
    options: UP_TASK_OPTIONS,
  },
  {
    file: 'down',
    id: 'DockwardenDown',
    kind: 'executor',
    title: 'End Compose files',
    description: 'Ends the Compose files of a project.',
    options: DOWN_TASK_OPTIONS,
  },
  {
    file: 'init',
    id: 'DockwardenInit',
    kind: 'generator',
    title: 'Set up @dockwarden/nx',
    description: 'Registers the plugin, so that docker-lint is inferred.',
    options: INIT_OPTIONS,
  },
  {
    file: 'docker-fix',
    id: 'DockwardenDockerFix',
    kind: 'generator',
    title: 'Fix Dockerfiles and Compose files',
    description: 'Applies the fixes that findings offer.',
    options: DOCKER_FIX_OPTIONS,
    examples: [
      { command: 'nx g docker-fix api --dry-run', description: 'Shows what would change in the project api' },
      {
        command: 'nx g docker-fix --unsafe',
        description: 'Fixes the whole workspace, also where a build may behave otherwise',
      },
    ],
  },
  {
    file: 'docker-ci',
    id: 'DockwardenDockerCi',
    kind: 'generator',
    title: 'Write a CI workflow',
    description: 'Writes workflows for GitHub Actions or GitLab CI.',
    options: DOCKER_CI_OPTIONS,
  },
  {
    file: 'docker-pin',
    id: 'DockwardenDockerPin',
    kind: 'generator',
    title: 'Pin images to digests',
    description: 'Writes digests behind the tags of images.',
    options: DOCKER_PIN_OPTIONS,
  },
  {
    file: 'docker-policy',
    id: 'DockwardenDockerPolicy',
    kind: 'generator',
    title: 'Begin a policy',
    description: 'Writes a policy with failing examples to fill in.',
    options: DOCKER_POLICY_OPTIONS,
    examples: [
      {
        command: 'nx g @dockwarden/nx:docker-policy house/labels',
        description: 'A policy in policies/house/labels.policy.yaml',
      },
    ],
  },
  {
    file: 'docker-setup',
    id: 'DockwardenDockerSetup',
    kind: 'generator',
    title: 'Make an app ready for containers',
    description:
      'Detects what kind of app a project is, and writes its Dockerfile, ignore file and Compose files: all of them, or none.',
    options: DOCKER_SETUP_OPTIONS,
    examples: [
      { command: 'nx g @dockwarden/nx:docker-setup api', description: 'What is found, and the files for it' },
      {
        command: 'nx g @dockwarden/nx:docker-setup api --base distroless --with postgres --with redis',
        description: 'Another base, and services in Compose',
      },
      {
        command: 'nx g @dockwarden/nx:docker-setup --projects "tag:type:service" --dry-run',
        description: 'What it would write for many',
      },
    ],
  },
  {
    file: 'docker-compose',
    id: 'DockwardenDockerCompose',
    kind: 'generator',
    title: 'Write Compose files',
    description:
      'Writes compose.yaml, compose.override.yaml and compose.prod.yaml of a project, with the services that it needs.',
    options: DOCKER_COMPOSE_OPTIONS,
  },
  {
    file: 'sync',
    id: 'DockwardenSync',
    kind: 'generator',
    title: 'Bring Dockerfiles in step with the workspace',
    description: 'Writes the marked blocks of manifests in Dockerfiles anew: what nx sync runs.',
    options: {},
  },
];
