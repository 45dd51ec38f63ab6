import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, text } from '../kernel/kind.ts';

export const dependencyKind = kind('dependency', {
  doc: 'A workspace project that an install in an image has to find.',
  source: 'https://docs.npmjs.com/cli/using-npm/workspaces',
  place: (dependency) => dependency.place,
  properties: {
    text: text('The install as written.', (dependency) => textAt(dependency.place)),
    project: link('project', 'The project that is needed.', (dependency) => dependency.project),
    copied: flag(
      'True where its manifest, or its folder, is in the image or mounted when the install runs, or the workspace was pruned to it. Unknown where that cannot be told.',
      (dependency) => dependency.copied,
    ),
    neededBy: link(
      'command',
      'The install that has to find it: the first that does not, or else the first.',
      (dependency) => dependency.neededBy,
    ),
    context: link('context', 'The build context.', (dependency) => dependency.context),
  },
});
