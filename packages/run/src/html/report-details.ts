import { buildWorld, projectAt, type World } from '@dockwarden-internal/facts';
import { noDetails, type ReportDetails, type StageGraph } from '@dockwarden-internal/report/html/report-details';
import { sourceText } from '@dockwarden-internal/syntax';
import { namedKind, openWorkspace, rootOfOutsider } from '@dockwarden-internal/workspace';
import { composeReading } from '../compose-reading.ts';
import { readConfig } from '../config/read-config.ts';
import { fromRoot } from '../files/groups.ts';
import { readOutside } from '../files/read-outside.ts';
import { findTargets } from '../files/targets.ts';
import { inForeignRoot } from '../foreign-root.ts';
import type { LintOutcome } from '../lint-outcome.ts';
import { notedImages } from './noted-images.ts';

export interface DetailsRequest {
  readonly cwd: string;
  readonly config?: string;
  /** What was linted in place of a file, which is named from `cwd`. */
  readonly stdin?: { readonly filename: string; readonly text: string };
  /** Whether sizes of images that were built are shown: they are no input of a task that lints. */
  readonly images: boolean;
}

/** What the HTML report shows beyond what was found, of the files as they were linted. */
export async function reportDetails(
  { root, files, report, changed }: Pick<LintOutcome, 'root' | 'files' | 'report' | 'changed'>,
  request: DetailsRequest,
): Promise<ReportDetails> {
  const texts = new Map(changed.map(({ path, after }) => [path, after]));
  for (const { place } of report.findings) texts.set(place.source.path, place.source.text);
  // Of standard input there is one file.
  if (request.stdin && files[0] !== undefined) texts.set(files[0], request.stdin.text);
  const byRoot = new Map<string, string[]>();
  for (const path of files) {
    const own = path.startsWith('/') ? rootOfOutsider(path) : root;
    if (own !== undefined) byRoot.set(own, [...(byRoot.get(own) ?? []), path]);
  }
  const parts: ReportDetails[] = [];
  for (const [own, paths] of byRoot) parts.push(await detailsOf(own, own === root, paths, texts, request));
  const images = request.images ? notedImages(root) : [];
  return parts.reduce(
    (all, part) => ({
      projects: [...all.projects, ...part.projects],
      graphs: [...all.graphs, ...part.graphs],
      images,
    }),
    { ...noDetails, images },
  );
}

async function detailsOf(
  root: string,
  home: boolean,
  paths: readonly string[],
  texts: ReadonlyMap<string, string>,
  { cwd, config }: DetailsRequest,
): Promise<ReportDetails> {
  const { stageGraphOf } = await import('./stage-graph-of.ts');
  const named = home ? (path: string) => path : inForeignRoot(root).path;
  const looked = paths.map((path) => (path.startsWith('/') ? fromRoot(root, path) : path));
  const world = await worldOf(root, looked, (path) => texts.get(named(path)), home ? { cwd, config } : { cwd: root });
  const projects = new Map<string, string[]>();
  const graphs: StageGraph[] = [];
  for (const path of looked) {
    const project = projectAt(world, path);
    if (project) projects.set(project.model.name, [...(projects.get(project.model.name) ?? []), named(path)]);
    const dockerfile = namedKind(path) === 'dockerfile' ? world.dockerfileAt(path) : undefined;
    const graph = dockerfile && stageGraphOf(dockerfile);
    if (graph) graphs.push({ ...graph, source: sourceText(named(path), graph.source.text) });
  }
  return { projects: [...projects].map(([name, held]) => ({ name, files: held })), graphs, images: [] };
}

async function worldOf(
  root: string,
  looked: readonly string[],
  textOf: (path: string) => string | undefined,
  { cwd, config }: Pick<DetailsRequest, 'cwd' | 'config'>,
): Promise<World> {
  const workspace = await openWorkspace(root);
  const configured = await readConfig({ fs: workspace.fs, readOutside }, cwd, config);
  const known = findTargets(workspace, undefined, configured.config.exclude ?? []).files;
  const files = new Map(known.map((file) => [file.path, file]));
  for (const path of looked) if (!files.has(path)) files.set(path, { path, kind: namedKind(path) });
  const sources = looked.flatMap((path) => {
    const text = textOf(path);
    return text === undefined ? [] : [[path, sourceText(path, text)] as const];
  });
  const reading = await composeReading(files.values());
  return buildWorld({
    fs: workspace.fs,
    workspace: workspace.model,
    settings: configured.config,
    files: [...files.values()],
    sources: new Map(sources),
    ...reading,
  });
}
