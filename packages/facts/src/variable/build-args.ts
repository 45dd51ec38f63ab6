import { buildDockerfile } from '../model/build-dockerfile.ts';
import type { Dockerfile } from '../model/dockerfile.ts';

/** What a certain build tells beside its arguments; what is left out stays unresolved. */
export interface BuildSurroundings {
  /** What is built for: `linux/arm64/v8`. */
  readonly platform?: string;
  /** What the builder itself runs on. */
  readonly buildPlatform?: string;
  /** The stage that is asked for, as it is asked for; null where none is. */
  readonly target?: string | null;
  /** Arguments whose values come only with the build: what hangs on one stays unresolved. */
  readonly later?: ReadonlySet<string>;
}

/**
 * The same Dockerfile read as a build with these arguments reads it: an ARG has the value that is given instead of its default, and what no ARG
 * declares is seen by nobody but the builder. An ARG without any value is empty, which otherwise stays unresolved. The result is another fact than the Dockerfile of its world, which Compose files build.
 * Source: Dockerfile reference, ARG; dispatchArg and defaultArgs in moby/buildkit frontend/dockerfile/dockerfile2llb.
 */
export function withBuildArgs(
  dockerfile: Dockerfile,
  buildArgs: ReadonlyMap<string, string>,
  surroundings: BuildSurroundings = {},
): Dockerfile {
  const { later } = surroundings;
  const automatic = automaticArgs(surroundings);
  const given = { buildArgs, automaticArgs: automatic, ...(later && { laterArgs: later }) };
  return buildDockerfile(dockerfile.world, dockerfile.tree, given);
}

function automaticArgs({ platform, buildPlatform, target }: BuildSurroundings): ReadonlyMap<string, string> {
  return new Map([
    ...(buildPlatform === undefined ? [] : partsOf('BUILD', buildPlatform)),
    ...(platform === undefined ? [] : partsOf('TARGET', platform)),
    ...(target === undefined ? [] : [['TARGETSTAGE', target || 'default'] as const]),
  ]);
}

/** `linux/arm/v7` as PLATFORM, OS, ARCH and VARIANT; a version of the operating system is none that a platform's text can tell. */
function partsOf(prefix: string, platform: string): (readonly [string, string])[] {
  const [os = '', arch = '', variant = ''] = platform.split('/');
  return [
    [`${prefix}PLATFORM`, platform],
    [`${prefix}OS`, os],
    [`${prefix}OSVERSION`, ''],
    [`${prefix}ARCH`, arch],
    [`${prefix}VARIANT`, variant],
  ];
}
