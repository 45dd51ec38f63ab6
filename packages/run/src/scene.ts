import {
  type CodeOwners,
  type Finding,
  type IdleSetting,
  lintWorld,
  type Overlay,
  type Waivers,
} from '@dockwarden-internal/engine';
import {
  buildWorld,
  type FileSystem,
  faultCounts,
  projectAt,
  type World,
  type WorldInput,
} from '@dockwarden-internal/facts';
import type { Target } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { namedKind } from '@dockwarden-internal/workspace';
import { overlayFileSystem } from './files/overlay-file-system.ts';
import type { Targets } from './files/targets.ts';
import type { LintOptions } from './lint-options.ts';
import { outsideCompose } from './outside-compose.ts';
import type { ResolvedPolicies } from './policies/resolve-policies.ts';
import { type ReachSplit, withinReach } from './policies/within-reach.ts';
import type { JoinedShellcheck } from './shellcheck/open-shellcheck.ts';

/** The files of a root, ready to be linted as they are or with changed texts laid over them. */
export interface Scene {
  /** Paths of those that are looked at, sorted. */
  readonly files: readonly string[];
  readonly only?: ReadonlySet<string>;
  /** Whether findings in a file are wanted: it was asked for, or is linted along with one that was, as an ignore file is. */
  readonly isWanted: (path: string) => boolean;
  readonly textOf: (path: string) => string | undefined;
  readonly lint: Lint;
  /** The same without what other programs find, for fixes that are tried one after the other. */
  readonly trial: Lint;
  /** What Compose files name out of the root, once `lint` has run. */
  readonly outside: () => readonly Diagnostic[];
  /** How much of these files a parser refuses. */
  readonly faults: (overlay: Overlay, paths: Iterable<string>) => ReadonlyMap<string, number>;
}

type Lint = (overlay: Overlay, paths: ReadonlySet<string> | undefined) => readonly Finding[];

export interface SceneInput {
  readonly targets: Targets;
  readonly policies: ResolvedPolicies;
  readonly options: Pick<LintOptions, 'projects' | 'progress' | 'reach' | 'affected'>;
  readonly shellcheck?: JoinedShellcheck;
  readonly waivers?: Waivers;
  readonly owners?: () => CodeOwners | undefined;
  readonly idleSettings?: readonly IdleSetting[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Standard input, standing in for a file of the root. */
  readonly stdin?: { readonly path: string; readonly text: string };
}

export async function sceneOf({
  targets,
  policies,
  options,
  today,
  stdin,
  shellcheck,
  waivers,
  owners,
  idleSettings,
}: SceneInput): Promise<Scene> {
  const { workspace } = targets;
  const missing = stdin && !targets.files.some((file) => file.path === stdin.path);
  const files = missing ? [...targets.files, { path: stdin.path, kind: namedKind(stdin.path) }] : targets.files;
  const reading = files.some((file) => file.kind === 'compose') ? await composeReading() : {};
  const { config, locked, heeds, names, renamedSettings } = policies;
  const { affected } = options;
  const parts = partsOf(options).map((reach) => reach && withinReach(reach, policies.documents, policies.terms));

  // Of a trial that went well the next one asks again.
  const worlds = new WeakMap<Overlay, World>();
  const worldOver = (overlay: Overlay): World => {
    const world = worlds.get(overlay) ?? newWorld(overlay);
    worlds.set(overlay, world);
    return world;
  };
  const newWorld = (overlay: Overlay): World => {
    const texts: Overlay = stdin ? new Map([[stdin.path, stdin.text], ...overlay]) : overlay;
    const fs: FileSystem = texts.size === 0 ? workspace.fs : overlayFileSystem(workspace.fs, texts);
    const settings = config;
    return buildWorld({ fs, workspace: workspace.model, settings, files, ...reading });
  };
  const all = new Set(files.map((file) => file.path));
  const asked = stdin ? new Set([stdin.path]) : ofProjects(targets, options.projects ?? []);
  const only = affected ? new Set([...affected.files].filter((path) => (asked ?? all).has(path))) : asked;
  const isWanted = (path: string) => !only || only.has(path) || !all.has(path);
  let outside: readonly Diagnostic[] = [];
  const lint =
    (joining: JoinedShellcheck | undefined): Lint =>
    (overlay, paths) => {
      const world = worldOver(overlay);
      const checksFor = (path: string) => policies.checksFor(targetOf(world, path));
      if (parts.length > 0 && options.reach !== 'workspace') outside = outsideCompose(world, isWanted);
      return parts.flatMap((side, index) => {
        // Policies that look at the whole workspace may find something in a file that did not change.
        const within = affected && index > 0 ? asked : paths;
        const joined =
          index === 0 && options.reach !== 'workspace'
            ? joining?.lint(
                world.dockerfiles.filter(({ source }) => !within || within.has(source.path)),
                (path) => policies.settingsOf(targetOf(world, path)),
              )
            : undefined;
        const found = lintWorld({
          world,
          checksFor: side ? (path) => side.checks(checksFor(path)) : checksFor,
          ...(joined && { joined: (path: string) => joined.get(path) ?? [] }),
          ...(side && { elsewhere: (path: string) => side.elsewhere(checksFor(path)) }),
          today,
          locked,
          heeds,
          names,
          ...(!stdin && { renamedSettings }),
          ...(idleSettings && { idleSettings }),
          ...(waivers && { waivers }),
          ...(owners && { owners }),
          ...(within && { paths: within }),
          ...(options.progress && { progress: options.progress }),
        });
        return side ? found.filter(side.owns) : found;
      });
    };
  return {
    files: [...(only ?? all)].sort(),
    ...(only && { only }),
    isWanted,
    textOf: (path) => (path === stdin?.path ? stdin.text : workspace.fs.read(path)),
    lint: lint(shellcheck),
    outside: () => outside,
    trial: lint(undefined),
    faults: (overlay, paths) => faultCounts(worldOver(overlay), paths),
  };
}

/** The parts that policies are run in, each over files of its own; undefined: all of them at once. */
function partsOf({ reach, affected }: SceneInput['options']): readonly (ReachSplit | undefined)[] {
  if (!affected) return [reach];
  // In parts, since each runs over files of its own.
  return affected.workspace ? ['project', 'workspace'] : affected.files.size > 0 ? ['project'] : [];
}

/** The YAML library and the Compose schema, which a run without Compose files does not load. */
export async function composeReading(): Promise<Required<Pick<WorldInput, 'parseYaml' | 'checkSchema'>>> {
  const [{ parseYaml }, { checkSchema }] = await Promise.all([
    import('@dockwarden-internal/syntax/yaml/parse-yaml'),
    import('@dockwarden-internal/facts/compose/schema/schema-check'),
  ]);
  return { parseYaml, checkSchema };
}

function targetOf(world: World, path: string): Target {
  const project = projectAt(world, path);
  return { path, ...(project && { project: { name: project.model.name, tags: project.model.tags } }) };
}

/** The wanted files that belong to one of these projects; without projects, the wanted files. */
function ofProjects(targets: Targets, projects: readonly string[]): ReadonlySet<string> | undefined {
  if (projects.length === 0) return targets.only;
  const wanted = new Set(projects);
  const world = buildWorld({ fs: targets.workspace.fs, workspace: targets.workspace.model, settings: {}, files: [] });
  const owned = targets.files.filter(
    ({ path }) => wanted.has(projectAt(world, path)?.model.name ?? '') && (!targets.only || targets.only.has(path)),
  );
  return new Set(owned.map((file) => file.path));
}
