import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, text, texts } from '../kernel/kind.ts';
import { isCurrent, missingLines, needlessLines, wantedLines } from '../manifest-block/manifest-blocks.ts';

export const manifestBlockKind = kind('manifest-block', {
  doc: 'COPY lines of manifests between the marks `# <dockwarden:manifests>` and `# </dockwarden:manifests>`, which follow from the workspace.',
  source: 'https://docs.docker.com/build/cache/optimize/#order-your-layers',
  place: (block) => block.place,
  properties: {
    whole: flag(
      'True where the manifests of all projects belong there: the first mark says `# <dockwarden:manifests all>`.',
      (block) => block.whole,
    ),
    body: text('The lines between the marks, as they stand.', (block) => textAt(block.body), {
      at: (block) => block.body,
    }),
    wanted: text(
      'The lines as they should be: a COPY of the package.json of the project, and of every project that it needs, sorted; absent where the Dockerfile belongs to no project.',
      wantedLines,
    ),
    current: flag(
      'True where the lines are as they should be; absent where the Dockerfile belongs to no project.',
      isCurrent,
    ),
    lacking: texts('Lines that should stand there and do not.', missingLines),
    needless: texts('Lines that stand there and should not.', needlessLines),
    dockerfile: link('dockerfile', 'The Dockerfile that it stands in.', (block) => block.dockerfile),
    project: link('project', 'The project whose manifests stand there.', (block) => block.project),
  },
});
