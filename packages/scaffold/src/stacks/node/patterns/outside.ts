import type { StackPlan } from '../../../model/stack.ts';
import { managerCommands } from '../manager/commands.ts';
import { appFolder } from '../stages/build.ts';
import { runtimeCopies } from '../stages/copies.ts';
import { baseStage, productionStage } from '../stages/dependencies.ts';
import { initStage } from '../stages/init.ts';
import { buildImage, type NodeImage, versionArgument } from '../stages/node-image.ts';
import { runtimeStage } from '../stages/runtime.ts';
import { allowOnly } from './allow-list.ts';
import { runtimeOf, type Server, serverPlan } from './server.ts';
import { shippedOf } from './shipped.ts';

/** The task runner builds; the image installs what runs, and packs the output. */
export function planOutside(server: Server): StackPlan {
  const image = packing(server.image);
  const blocks = packedBlocks(server, image, runtimeCopies(image, shippedOf(server, undefined), 'context'));
  return serverPlan(
    { ...server, image },
    {
      blocks,
      ignore: allowOnly(blocks),
      notes: ['Build the app before its image: what the build writes is copied from the workspace.'],
    },
  );
}

/** Nothing is pruned or deployed where nothing is built. */
export function packing(image: NodeImage): NodeImage {
  const project = { ...image.project, layout: { ...image.project.layout, turbo: undefined } };
  return { ...image, project, commands: managerCommands(project, false) };
}

export function packedBlocks(server: Server, image: NodeImage, copies: string[]) {
  const from = buildImage(image);
  return [
    [versionArgument(image)],
    baseStage(image, from),
    productionStage(image),
    server.details.stops ? undefined : initStage(image, from),
    runtimeStage(image, runtimeOf({ ...server, image }, copies, appFolder(image.project))),
  ];
}
