import { ignoreText } from '../../../dockerfile/ignore-text.ts';
import type { StackPlan } from '../../../model/stack.ts';
import { inFolder } from '../manager/manager.ts';
import { watchCommand } from '../sources/live-reload.ts';
import { buildStage, testStage } from '../stages/build.ts';
import { builtEntries, runtimeCopies, runtimeFolder } from '../stages/copies.ts';
import { baseStage, dependenciesStage, productionStage } from '../stages/dependencies.ts';
import { developmentStage, type LiveReload } from '../stages/development.ts';
import { initStage } from '../stages/init.ts';
import { buildImage, versionArgument } from '../stages/node-image.ts';
import { pruneStage } from '../stages/prune.ts';
import { runtimeStage } from '../stages/runtime.ts';
import { runtimeOf, type Server, serverPlan } from './server.ts';
import { shippedOf } from './shipped.ts';

/** The image installs and builds, each in a stage of its own; what runs takes from them what it needs. */
export function planInside(server: Server): StackPlan {
  const { details, image } = server;
  const builds = needsBuild(server);
  const live = liveReload(server);
  const from = buildImage(image);
  const test = testStage(image, builds);
  return serverPlan(server, {
    blocks: [
      [versionArgument(image)],
      pruneStage(image, from),
      baseStage(image, from),
      builds || test || live ? dependenciesStage(image) : undefined,
      builds ? buildStage(image, details.build?.script) : undefined,
      test,
      live && developmentStage(image, live),
      productionStage(image),
      details.stops ? undefined : initStage(image, from),
      runtimeStage(image, runtimeOf(server, runtimeCopies(image, shippedOf(server, 'build')), runtimeFolder(image))),
    ],
    ignore: ignoreText(builtGroups(server)),
    live,
  });
}

/** Sources are copied to a stage of their own where something is built in it, or taken from it. */
function needsBuild({ details, image: { commands, project } }: Server): boolean {
  return details.build !== undefined || commands.production.deploy !== undefined || project.layout.libraries.length > 0;
}

/** Output of builds on the host, each by its place: a folder of sources elsewhere may be called the same. */
export function builtGroups({ details: { build }, image: { project } }: Server) {
  const { folder, libraries } = project.layout;
  const own = build ? [inFolder(folder, build.output.split('/')[0]!)] : [];
  const others = libraries.flatMap((library) => builtEntries(library).map((name) => `${library.root}/${name}`));
  const patterns = [...new Set([...own, ...others])];
  return patterns.length > 0 ? [{ why: 'Built anew in the image', patterns }] : [];
}

function liveReload({ app, details, image, port, start }: Server): LiveReload | undefined {
  const { framework, build, listening } = details;
  const watch = watchCommand(app, image.project.manifest, framework, start.entry);
  if (!watch) return undefined;
  const environment = { ...start.environment, ...(listening.byVariable && { PORT: String(port) }) };
  return { ...watch, port, written: build ? [build.output] : [], environment };
}
