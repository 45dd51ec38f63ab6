import { flag, kind, link, many, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import {
  buildDockerfileOf,
  builtStage,
  contextExists,
  contextFolder,
  dockerfilePath,
} from '../service/service-build.ts';

export const buildKind = kind('build', {
  doc: 'How a service’s image is built.',
  source: 'https://docs.docker.com/reference/compose-file/build/',
  place: (build) => build.place,
  properties: {
    context: text(
      'The build context as written; absent: the project’s folder.',
      (build) => build.settings.context?.value,
      { at: (build) => build.settings.context?.place },
    ),
    directory: text(
      'The context’s folder, relative to the workspace root; unknown for a remote one or one outside of the root.',
      contextFolder,
      { at: (build) => build.settings.context?.place },
    ),
    remote: flag('True where the context is an address.', (build) => build.settings.context?.remote ?? false),
    inside: flag('True where the context lies within the workspace; unknown where it cannot be told.', (build) => {
      const { context } = build.settings;
      return context && isUnsure(context.path)
        ? context.path
        : !context || context.remote || context.path !== undefined;
    }),
    contextExists: flag(
      'Whether the folder is on the disk; unknown for a remote one, one outside of the root, and one that git ignores.',
      contextExists,
      { at: (build) => build.settings.context?.place },
    ),
    path: text(
      'The Dockerfile’s path from the root, whether or not it is there; unknown where that of the context is.',
      dockerfilePath,
      {
        at: (build) => build.settings.dockerfile?.place,
      },
    ),
    dockerfile: link(
      'dockerfile',
      'The Dockerfile; unknown for a remote context and for a file that git ignores, absent where it is not there or is inline.',
      buildDockerfileOf,
      { at: (build) => build.settings.dockerfile?.place },
    ),
    inline: flag('True for `dockerfile_inline`.', (build) => build.settings.dockerfileInline !== undefined),
    target: text('The stage that is asked for; absent: the last.', (build) => build.settings.target?.value, {
      at: (build) => build.settings.target?.place,
    }),
    stage: link(
      'stage',
      'The stage that is built; absent where the Dockerfile has none of that name, unknown where the Dockerfile or the name is.',
      builtStage,
      {
        at: (build) => build.settings.target?.place,
      },
    ),
    args: many('environment', 'Build arguments.', (build) =>
      build.settings.args.map(
        (settings): EnvironmentEntry => ({ service: build.service, settings, place: settings.place }),
      ),
    ),
    service: link('service', 'The service.', (build) => build.service),
  },
});
