import type { SourceText, YamlTree } from '@dockwarden-internal/syntax';
import { folderOf } from '../../kernel/path.ts';
import { checkModel } from '../check/check-model.ts';
import { type ComposeFault, composeFaults } from '../faults.ts';
import { at, type Located, type LocatedEntry, type LocatedMap } from '../located.ts';
import { type ServiceSettings, serviceSettings } from '../read/service.ts';
import { resolvePath } from '../resolve-path.ts';
import { readEnvFile } from '../variables/env-file.ts';
import type { Variables } from '../variables/expand.ts';
import { loadFiles } from './files.ts';
import { type ComposeFiles, newSession, type OutsideFile, type Session } from './session.ts';

export type ComposeEnvironment = 'production' | 'development';

/** Compose files merged into one model, as `docker compose -f … -f …` would run it. */
export interface ComposeModel {
  /** The files that were merged, in order; included and extended ones are not among them. */
  readonly files: readonly SourceText[];
  /** Included and extended files, sorted by path. */
  readonly others: readonly OtherFile[];
  /** Names of files to include or extend that lie out of the root, and are not read. */
  readonly outside: readonly OutsideFile[];
  /** Every path that was read or looked for. */
  readonly reads: ReadonlySet<string>;
  /** Undefined where neither the files nor who asked say it. */
  readonly environment?: ComposeEnvironment;
  /** Everything, in canonical form; undefined where no file holds a map. */
  readonly root?: LocatedMap;
  /** In the order of their first file. Top-level networks, volumes, secrets and configs: see `resources`. */
  readonly services: readonly ServiceSettings[];
  readonly faults: readonly ComposeFault[];
  /** True where an included or extended file could not be read, so that more may exist than is seen. */
  readonly open: boolean;
}

/** A file that a merged one leads to. */
export interface OtherFile {
  readonly tree: YamlTree;
  /** Of a file that is only extended: the services that are. The rest of it counts for nothing. */
  readonly services?: ReadonlySet<string>;
}

export interface ModelRequest {
  /** Paths in the order of merging, relative to the workspace root. The first one's folder is the project's. */
  readonly paths: readonly string[];
  readonly files: ComposeFiles;
  readonly environment?: ComposeEnvironment;
  /** Who says so: the configuration wins over `x-dockwarden: { environment: … }`, which wins over the files' names (default). */
  readonly environmentFrom?: 'configuration' | 'name';
  /** Variables that are known to be set where the model is run; they win over the `.env`. */
  readonly given?: ReadonlyMap<string, string>;
  /** `keep` (default) for judging; `blank` for what `docker compose config` prints where nothing is set. */
  readonly unset?: Variables['unset'];
}

/**
 * Loads a model: variables of the project's `.env`, `extends`, `include`, merging. Never throws on what a file holds;
 * what `docker compose` would refuse is a fault, and the rest goes on.
 */
export function loadModel({ paths, files, given, unset = 'keep', ...request }: ModelRequest): ComposeModel {
  const faults = composeFaults();
  const session = newSession(files, faults, unset);
  const folder = folderOf(paths[0] ?? '.');
  const root = loadFiles(session, paths, projectVariables(session, folder, given ?? new Map()), folder, []);
  if (root) checkModel(root, session.open, faults);
  const services = at(root, 'services');
  return {
    files: paths.flatMap((path) => files.tree(path)?.source ?? []),
    others: othersOf(session, paths),
    outside: session.outside,
    reads: session.reads,
    environment: environmentOf(request, at(root, 'x-dockwarden', 'environment')),
    root,
    services:
      services?.kind === 'map' ? [...services.entries.values()].flatMap((entry) => serviceSettings(entry) ?? []) : [],
    faults: faults.all,
    open: session.open,
  };
}

function othersOf({ files, loaded }: Session, paths: readonly string[]): OtherFile[] {
  return [...loaded.keys()]
    .filter((path) => !paths.includes(path))
    .sort()
    .flatMap((path): OtherFile[] => {
      const [tree, services] = [files.tree(path), loaded.get(path)!];
      return tree ? [services === 'all' ? { tree } : { tree, services }] : [];
    });
}

/** The top-level entries of one kind. */
export function resources(
  model: ComposeModel,
  kind: 'networks' | 'volumes' | 'secrets' | 'configs' | 'models',
): LocatedEntry[] {
  const map = at(model.root, kind);
  return map?.kind === 'map' ? [...map.entries.values()] : [];
}

/** The `.env` beside the first file. What the shell holds is not looked at: it differs from run to run. */
function projectVariables(session: Session, folder: string, given: ReadonlyMap<string, string>): Variables {
  const path = resolvePath(folder, '.env')!;
  session.reads.add(path);
  const values = readEnvFile(session.files.fileSystem.read(path) ?? '', (name) => given.get(name));
  return { get: (name) => given.get(name) ?? values.get(name), unset: session.unset };
}

function environmentOf(request: Pick<ModelRequest, 'environment' | 'environmentFrom'>, said: Located | undefined) {
  if (request.environment && request.environmentFrom === 'configuration') return request.environment;
  const word = said?.kind === 'scalar' ? said.value : undefined;
  return word === 'production' || word === 'development' ? word : request.environment;
}
