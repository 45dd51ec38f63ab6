import { lineText } from '@dockwarden-internal/syntax';
import { copiesRoot, localSources } from '../context/copies-root.ts';
import { dependenciesOf } from '../context/dependencies.ts';
import { flag, kind, link, many, text } from '../kernel/kind.ts';
import type { Context } from '../model/context.ts';
import { placeOf } from '../model/dockerfile.ts';
import { projectOf } from '../project/projects.ts';

/** A context has no line of its own: findings about it stand on the first line of its Dockerfile. */
function placeIn({ dockerfile }: Context) {
  const length = lineText(dockerfile.source, 1).length;
  return placeOf(dockerfile, { start: 0, end: length });
}

export const contextKind = kind('context', {
  doc: 'One build context: a folder, the Dockerfile that is built from it, and the ignore file in force.',
  source: 'https://docs.docker.com/build/concepts/context/',
  place: placeIn,
  properties: {
    directory: text(
      'The folder, relative to the workspace root; `.` is the root. What `images:` of dockwarden.yaml says, else services and Bake targets that build the Dockerfile, else where its sources lie; unknown where they differ.',
      (context) => context.directory,
    ),
    decidedBy: text('What says that it is this folder.', (context) => context.decidedBy),
    dockerfile: link('dockerfile', 'The Dockerfile.', (context) => context.dockerfile),
    ignore: link(
      'ignore',
      '`<Dockerfile name>.dockerignore` beside the Dockerfile, else `.dockerignore` of the folder; absent where there is neither.',
      (context) => context.ignore,
    ),
    sources: many('source', 'What COPY and ADD read from it.', localSources),
    copiesRoot: flag(
      'True where a COPY, ADD or bind mount reads all of it; unknown where a variable may stand for that.',
      (context) => copiesRoot(context.dockerfile),
    ),
    dependencies: many(
      'dependency',
      'The workspace projects that an install in the image has to find.',
      dependenciesOf,
    ),
    project: link(
      'project',
      'The project whose folder the Dockerfile lies in; absent where there is none.',
      (context) => projectOf(context.dockerfile),
    ),
  },
});
