import type { Diagnostic } from '@dockwarden-internal/syntax';
import { dockerfileText } from '../../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../../dockerfile/ignore-text.ts';
import { pathIn } from '../../../model/app.ts';
import type { StackPlan } from '../../../model/stack.ts';
import { extractedFolder, extractFirst } from '../../../patterns/extracted-folder.ts';
import { inFolder } from '../manager/manager.ts';
import { assetFolders } from '../sources/runtime-entries.ts';
import { packageCopies } from '../stages/copies.ts';
import { allowOnly } from './allow-list.ts';
import { artifactBlocks, artifactCopies } from './artifact.ts';
import { builtGroups } from './inside.ts';
import { nothingBuilt } from './nothing-built.ts';
import { packedBlocks, packing } from './outside.ts';
import { type Server, serverPlan } from './server.ts';

/**
 * Two images, chained by the task graph: `Dockerfile.build` builds in a container and holds what was built, which an extraction writes to the
 * workspace; `Dockerfile` packs that with the packages that it runs with.
 */
export function planBuilder(server: Server): StackPlan | Diagnostic {
  const { app, details, image } = server;
  if (artifactCopies(server).length === 0) return nothingBuilt(server);
  const { project } = image;
  const { name, root } = app.project;
  // What is extracted lies at the root, and so does the context of what packs it.
  const prefix = project.layout.kind === 'alone' && root !== '.' ? `${root}/` : '';
  const packed = { ...packing(image), prefix };
  const assets = assetFolders(app).map((folder) => `COPY ${inFolder(root, folder)} ./${folder}`);
  const copies = [...packageCopies(packed), `COPY ${extractedFolder(name)}/ /app/`, ...assets];
  const blocks = packedBlocks(server, packed, copies);
  const build = artifactBlocks(image, details.build?.script, artifactCopies(server));
  const alone = project.layout.kind === 'alone';
  return serverPlan(server, {
    blocks,
    context: root === '.' ? 'project' : 'workspace',
    ignore: allowOnly(blocks),
    files: [
      { path: pathIn(app, 'Dockerfile.build'), text: dockerfileText(build) },
      { path: pathIn(app, 'Dockerfile.build.dockerignore'), text: ignoreText(builtGroups(server)) },
    ],
    notes: [
      extractFirst(name),
      ...(alone && root !== '.'
        ? [`The context of Dockerfile is the workspace's root, that of Dockerfile.build ${root}.`]
        : []),
    ],
  });
}
