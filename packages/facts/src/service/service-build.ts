import { readBuild } from '../compose/read/build.ts';
import { resolvePath } from '../compose/resolve-path.ts';
import { gitIgnored } from '../context/git-ignored.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import type { Build, Service } from '../model/service.ts';
import { stagesByName } from '../stage/stages-by-name.ts';

export const buildOf = memo((service: Service): Build | undefined => {
  const settings = readBuild(service.settings.value);
  return settings && { service, settings, place: settings.place };
});

/** The folder that is built from, relative to the root; unknown for a remote one or one that leaves the root. */
export function contextFolder(build: Build): Maybe<string> {
  const { context } = build.settings;
  if (!context) return build.settings.value.folder ?? unknown;
  if (isUnsure(context.path)) return unknown;
  return context.path ?? unknown;
}

/** Whether the folder is on the disk; unknown for one that cannot be looked at, or that git ignores, as it may be made by a build. */
export function contextExists(build: Build): Maybe<boolean> {
  const folder = contextFolder(build);
  if (folder === undefined || isUnsure(folder)) return unknown;
  const { world } = build.service.compose;
  if (folder === '.' || world.fs.kind(folder) === 'directory') return true;
  return gitIgnored(world, folder, true) ? unknown : false;
}

/** Path of the Dockerfile, whether or not it is there; absent for `dockerfile_inline`. */
export function dockerfilePath(build: Build): Maybe<string> {
  if (build.settings.dockerfileInline) return undefined;
  const folder = contextFolder(build);
  if (folder === undefined || isUnsure(folder)) return unknown;
  const name = build.settings.dockerfile?.value ?? 'Dockerfile';
  if (isUnsure(name)) return unknown;
  return resolvePath(folder, name) ?? unknown;
}

/** The Dockerfile that a service is built from; absent where the file is not there, unknown where a build may make it. */
export const buildDockerfileOf = memo((build: Build): Maybe<Dockerfile> => {
  const path = dockerfilePath(build);
  if (path === undefined || isUnsure(path)) return path;
  const { world } = build.service.compose;
  return world.dockerfileAt(path) ?? (gitIgnored(world, path, false) ? unknown : undefined);
});

/**
 * The stage that is built: the target, or the last. Absent where the Dockerfile has no such stage.
 * Source: `resolveTarget` in moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go.
 */
export const builtStage = memo((build: Build): Maybe<Stage> => {
  const dockerfile = buildDockerfileOf(build);
  if (dockerfile === undefined || isUnsure(dockerfile)) return dockerfile;
  const target = build.settings.target?.value;
  if (target === undefined || target === '') return dockerfile.stages.at(-1);
  if (isUnsure(target)) return unknown;
  const named = stagesByName(dockerfile).get(target.toLowerCase())?.at(-1);
  return named ?? (/^\d+$/.test(target) ? dockerfile.stages[Number(target)] : undefined);
});

/** The stage that a service builds; absent for a service that runs an image as it is. */
export function stageOfService(service: Service): Maybe<Stage> {
  const build = buildOf(service);
  return build && builtStage(build);
}
