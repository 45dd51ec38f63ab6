import type { Diagnostic } from '@dockwarden-internal/syntax';
import { pathIn } from '../model/app.ts';
import type { PlannedFile } from '../model/planned-file.ts';
import { appTrees } from './app-trees.ts';
import { backingTrees } from './backing-trees.ts';
import { HEADS, WHY } from './comments.ts';
import { composePaths, textReader } from './compose-files.ts';
import { composeNotes } from './compose-notes.ts';
import type { ComposePlan, ComposeRequest } from './compose-request.ts';
import { type ComposeTree, type ComposeTrees, joinTrees } from './compose-tree.ts';
import { askedVariables, environmentExample } from './environment-example.ts';
import { extendCompose } from './extend-compose.ts';
import { gitIgnoreFile } from './git-ignored-files.ts';
import { logShipperFile, logShipperTrees } from './log-shipper.ts';
import { networkTrees } from './network-trees.ts';
import { renderCompose } from './render-compose.ts';
import { proxyFile, proxyTrees } from './reverse-proxy.ts';
import { secretFiles } from './secret-files.ts';
import { readSituation } from './situation.ts';
import { unreadableCompose } from './unreadable.ts';

/**
 * The Compose files of a project: what holds everywhere, what development adds (merged unasked), and what production adds. Files that are
 * there get what they lack and keep the rest; planned over its own output, nothing changes. Nothing is planned where something is at fault:
 * a service that is not in the table, a name or path that would mean something else in these files, a file that is no YAML.
 */
export function planCompose(request: ComposeRequest): ComposePlan | Diagnostic {
  const { app, service, sidecars } = request;
  const read = textReader(app, request.existing);
  const paths = composePaths(app, read);
  const unreadable = unreadableCompose(Object.values(paths), read);
  if (unreadable) return unreadable;
  const situation = readSituation(request, read, paths);
  if ('code' in situation) return situation;
  const { facts, networks } = situation;
  const folder = (name: string) => pathIn(app, name);

  const trees: ComposeTrees[] = [
    appTrees(facts),
    ...facts.backings.map((backing) => backingTrees(backing, networks.backend)),
    ...(sidecars.includes('logs') ? [logShipperTrees(service.user, networks.frontend)] : []),
    ...(sidecars.includes('proxy') ? [proxyTrees(facts.name, networks.frontend)] : []),
    networkTrees(networks),
  ];
  const joined = {
    base: joinTrees([{ name: facts.project, services: {} }, ...trees.map(({ base }) => base)]),
    development: joinTrees(trees.map(({ development }) => development)),
    production: joinTrees(trees.map(({ production }) => production)),
  };
  const notes: string[] = [...composeNotes(request, facts)];
  const files: PlannedFile[] = [];
  for (const kind of ['base', 'development', 'production'] as const) {
    const tree: ComposeTree = joined[kind];
    if (kind === 'development' && Object.keys(tree.services).length === 0) continue;
    const there = read(paths[kind]);
    if (there === undefined || there.trim() === '') {
      files.push({ path: paths[kind], text: renderCompose(tree, HEADS[kind](paths), WHY[kind]) });
      continue;
    }
    const extended = extendCompose(paths[kind], there, tree, facts.name);
    files.push({ path: paths[kind], text: extended.text, edited: true });
    notes.push(...extended.notes);
  }
  const asked = askedVariables(files.map(({ text }) => text));
  const secrets = secretFiles(folder, Object.keys(joined.base.secrets ?? {}), read, request.password);
  const others = [
    ...(sidecars.includes('logs') ? [logShipperFile(folder)] : []),
    ...(sidecars.includes('proxy') && service.port !== undefined ? [proxyFile(folder, facts.name, service.port)] : []),
  ].filter(({ path }) => read(path) === undefined);
  const example = environmentExample(folder('.env.example'), read(folder('.env.example')), asked);
  const ignored = gitIgnoreFile(folder('.gitignore'), read(folder('.gitignore')));
  return {
    service: facts.name,
    development: files.map(({ path }) => path).filter((path) => path !== paths.production),
    files: [...files, ...others, ...secrets, ...(ignored ? [ignored] : []), ...(example ? [example] : [])],
    notes,
  };
}
