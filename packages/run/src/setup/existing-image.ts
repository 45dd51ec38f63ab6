import {
  buildWorld,
  contextOf,
  type Dockerfile,
  type FactSettings,
  isUnsure,
  type Maybe,
  purposeOf,
  type Stage,
  sourcesOf,
  stageName,
} from '@dockwarden-internal/facts';
import { portsOfStage } from '@dockwarden-internal/facts/runtime/exposed-ports';
import { userOf } from '@dockwarden-internal/facts/runtime/user';
import { ignoredOf } from '@dockwarden-internal/facts/source/ignored';
import { workdirOf } from '@dockwarden-internal/facts/stage/workdir';
import {
  type App,
  adoptedIgnore,
  type Development,
  type PlannedFile,
  pathIn,
  type Service,
} from '@dockwarden-internal/scaffold';
import { overlayFileSystem } from '../files/overlay-file-system.ts';

/** What a project's own Dockerfile says of its image. */
export interface ExistingImage {
  /** From the root. */
  readonly dockerfile: string;
  /** Folder of the build context, from the root; undefined where it cannot be told. */
  readonly context: string | undefined;
  /** What tells the context. */
  readonly contextBy: string | undefined;
  readonly service: Service;
  /** The ignore file that is missing; undefined where one is in force, or where it would stand is not known. */
  readonly ignore: PlannedFile | undefined;
}

/** Reads the Dockerfile of a project; undefined where it has none, or one without a stage. */
export function existingImage(app: App, settings: FactSettings): ExistingImage | undefined {
  const dockerfile = dockerfileOf(app, settings);
  const final = dockerfile?.stages.at(-1);
  if (!dockerfile || !final?.from) return undefined;
  const context = certain(contextOf(dockerfile));
  return {
    dockerfile: dockerfile.source.path,
    context: context?.directory,
    contextBy: context?.decidedBy,
    service: serviceOf(dockerfile, final),
    ignore: context && !context.ignore ? missingIgnore(app, settings, context.directory) : undefined,
  };
}

function serviceOf(dockerfile: Dockerfile, final: Stage): Service {
  const [port] = portsOfStage(final).flatMap(({ number }) => certain(number) ?? []);
  const working = dockerfile.stages.find((stage) => purposeOf(stage) === 'development');
  const development = working && developmentAt(working);
  return {
    ...(port !== undefined && { port }),
    user: certain(certain(userOf(final))?.spec) ?? '0:0',
    writable: ['/tmp'],
    environment: {},
    ...(development && { development }),
  };
}

/** Of a stage that somebody else wrote nothing is known but how it is called: what it starts is its own matter. */
function developmentAt(stage: Stage): Development | undefined {
  const name = stageName(stage);
  if (name === undefined) return undefined;
  return {
    stage: name,
    mounts: [],
    kept: [],
    command: [],
    environment: {},
    workdir: certain(workdirOf(stage)) ?? '/',
    user: certain(certain(userOf(stage))?.spec) ?? 'root',
    extensions: [],
  };
}

function missingIgnore(app: App, settings: FactSettings, context: string): PlannedFile {
  const path = context === app.project.root ? pathIn(app, '.dockerignore') : pathIn(app, 'Dockerfile.dockerignore');
  const hides = (pattern: string) => {
    const fs = overlayFileSystem(app.fs, new Map([[path, `${pattern}\n`]]));
    const dockerfile = dockerfileOf({ ...app, fs }, settings);
    const sources = dockerfile?.instructions.flatMap(sourcesOf) ?? [];
    return sources.some((source) => ignoredOf(source).ignored !== false && ignoredOf(source).ignored !== undefined);
  };
  return { path, text: adoptedIgnore(hides) };
}

function dockerfileOf(app: App, settings: FactSettings): Dockerfile | undefined {
  const path = pathIn(app, 'Dockerfile');
  const { fs, workspace } = app;
  return buildWorld({ fs, workspace, settings, files: [{ path, kind: 'dockerfile' }] }).dockerfileAt(path);
}

function certain<T>(value: Maybe<T>): T | undefined {
  return isUnsure(value) ? undefined : value;
}
