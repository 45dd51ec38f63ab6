import type { Directive, Place } from '@dockwarden-internal/syntax';
import { experimentalChecks } from '../comment/buildkit-suppression.ts';
import { commentsOf } from '../comment/comments.ts';
import { faultsOf } from '../comment/faults.ts';
import { contextOf } from '../context/context-of.ts';
import { argsOf } from '../dockerfile/args.ts';
import { majorityCasing } from '../dockerfile/casing.ts';
import { composesOf } from '../dockerfile/composes.ts';
import { environmentOf } from '../dockerfile/environment.ts';
import { referencesOf } from '../image/references.ts';
import { flag, kind, link, many, oneOf, text, texts } from '../kernel/kind.ts';
import { baseName } from '../kernel/path.ts';
import { manifestBlocksOf } from '../manifest-block/manifest-blocks.ts';
import { type Dockerfile, placeOf } from '../model/dockerfile.ts';
import { projectOf } from '../project/projects.ts';

function directive({ tree }: Dockerfile, name: Directive['name']): Directive | undefined {
  return tree.directives.find((each) => each.name === name);
}

function placeOfDirective(name: Directive['name']): (dockerfile: Dockerfile) => Place | undefined {
  return (dockerfile) => {
    const found = directive(dockerfile, name);
    return found && placeOf(dockerfile, found.valueSpan);
  };
}

export const dockerfileKind = kind('dockerfile', {
  doc: 'One Dockerfile or Containerfile.',
  source: 'https://docs.docker.com/reference/dockerfile/',
  key: 'path',
  place: (dockerfile) => placeOf(dockerfile, { start: 0, end: 0 }),
  properties: {
    path: text('Path from the workspace root.', (dockerfile) => dockerfile.source.path),
    name: text('Name of the file.', (dockerfile) => baseName(dockerfile.source.path)),
    syntax: text(
      'The frontend that `# syntax=` asks for; absent without one.',
      (dockerfile) => directive(dockerfile, 'syntax')?.value,
      { at: placeOfDirective('syntax') },
    ),
    escape: text(
      'The escape character: a backslash unless `# escape=` says otherwise.',
      (dockerfile) => dockerfile.tree.escape,
      { at: placeOfDirective('escape') },
    ),
    check: text('What `# check=` says; absent without one.', (dockerfile) => directive(dockerfile, 'check')?.value, {
      at: placeOfDirective('check'),
    }),
    experimentalChecks: texts(
      'Experimental checks of BuildKit that `# check=experimental=` asks for, `all` for all of them.',
      (dockerfile) => experimentalChecks(directive(dockerfile, 'check')?.value),
    ),
    comments: many('comment', 'Comments, parser directives among them, in order.', commentsOf),
    manifestBlocks: many('manifest-block', 'Marked blocks of manifests that are copied, in order.', manifestBlocksOf),
    casing: oneOf(
      ['upper', 'lower'],
      'How most keywords are written; upper case where there are as many of either.',
      majorityCasing,
    ),
    stages: many('stage', 'Stages in order; one without FROM in a fragment.', (dockerfile) => dockerfile.stages),
    instructions: many(
      'instruction',
      'Every instruction in order, each trigger behind its ONBUILD.',
      (dockerfile) => dockerfile.instructions,
    ),
    references: many('reference', 'Every place that names an image, a stage or a context, in order.', referencesOf),
    args: many('variable', 'Every ARG, those before the first FROM and those of all stages, in order.', argsOf),
    faults: many('fault', 'What the builder would refuse.', faultsOf),
    context: link(
      'context',
      'The build context; unknown where nothing tells which it is, and where several builds of the Dockerfile differ.',
      contextOf,
    ),
    project: link('project', 'The workspace project that it belongs to; absent outside of every project.', projectOf),
    composes: many('compose', 'The Compose models with a service that builds it.', composesOf),
    fragment: flag('True for a file without FROM.', (dockerfile) => !dockerfile.stages.some((stage) => stage.from)),
    environment: oneOf(
      ['production', 'development'],
      'Where it is used, by the configuration or its name; absent where neither says.',
      environmentOf,
    ),
  },
});
