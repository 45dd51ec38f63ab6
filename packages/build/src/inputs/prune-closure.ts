import type { Command } from '@dockwarden-internal/facts';
import {
  commandsOf,
  copiedOf,
  environmentValue,
  type Instruction,
  isPruning,
  isWithin,
  joinPath,
  known,
  projectNamed,
  type Stage,
  type World,
} from '@dockwarden-internal/facts';
import { hiddenPaths } from './hidden-paths.ts';
import type { ReachedReading, ReachedStage } from './reached.ts';

/**
 * What `COPY . .` comes down to where the same stage prunes the workspace to a project: the roots of that project and of those it needs, and all
 * that belongs to no project and gets to the builder. Paths from the root; undefined where nothing is pruned, or it cannot be told to what, or where the stage ships
 * what it copied.
 */
export function pruneClosure(
  world: World,
  { image, target, stages: reached }: ReachedReading,
  { stage, instructions }: ReachedStage,
): readonly string[] | undefined {
  if (image.context !== '.' || image.request.contextMode !== 'staged') return undefined;
  if (stage === target || isShippedWhole(stage, reached)) return undefined;
  const prunes = instructions.flatMap((each: Instruction) => commandsOf(each).filter(isPruning));
  if (prunes.length === 0) return undefined;
  const names = prunes.flatMap((command) => prunedTo(world, command) ?? [undefined]);
  if (names.some((name) => name === undefined)) return undefined;
  const roots = new Set<string>();
  for (const name of names) {
    const model = projectNamed(world, name!)!.model;
    for (const each of [model, ...model.closure.flatMap((needed) => projectNamed(world, needed)?.model ?? [])])
      roots.add(each.root);
  }
  return roots.has('.') ? undefined : keptPaths(world, roots, hiddenPaths(world, image));
}

/** True where another stage takes over all that the stage copied, pruned or not. */
function isShippedWhole(stage: Stage, reached: readonly ReachedStage[]): boolean {
  const targets = copiedOf(stage).flatMap(({ source, target }) => (source.path === '.' ? [known(target)] : []));
  const takes = (path: string) =>
    targets.some((target) => target === undefined || isWithin(trimmed(target), `/${path}`.replace(/\/\.?$/, '')));
  return reached.some(({ base, reads }) => {
    if (base.kind === 'stage' && base.stage === stage) return true;
    return reads.some(
      ({ origin, sources }) =>
        origin?.kind === 'stage' && origin.stage === stage && sources.some(({ path }) => takes(path)),
    );
  });
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}

/** The projects that a command prunes to: words that name one, be it whole, in a filter, or in front of `:prune`. */
function prunedTo(world: World, command: Command): string[] | undefined {
  const words = command.shell.words.slice(1).flatMap((word) => {
    if (word.value !== undefined) return word.value;
    const variable = /^"?\$\{?(\w+)\}?"?$/.exec(word.shown)?.[1];
    const value = variable === undefined ? undefined : environmentValue(command, variable);
    return typeof value === 'string' ? value : [undefined];
  });
  if (words.includes(undefined)) return undefined;
  const named = (words as string[]).flatMap((word) => {
    const name = word
      .replace(/^(?:--(?:scope|filter|project)=|-F=?)/, '')
      .replace(/\.\.\.$/, '')
      .replace(/:[\w-]+$/, '');
    return projectNamed(world, name) ? [name] : [];
  });
  const unclear = (words as string[]).some((word) => /^(?:\.\.\.|\{|\[|!)|\*/.test(word.replace(/^--\w+=/, '')));
  if (unclear) return undefined;
  return named.length > 0 ? named : undefined;
}

/** All of the workspace but the projects that are not wanted: whole folders where no project lies below, else what lies in them. */
function keptPaths(world: World, wanted: ReadonlySet<string>, isHidden: (path: string) => boolean): string[] {
  const roots = new Set(world.workspace.projects.map(({ root }) => root));
  const holders = new Set<string>();
  for (const root of roots) {
    for (let slash = root.lastIndexOf('/'); slash > 0; slash = root.lastIndexOf('/', slash - 1))
      holders.add(root.slice(0, slash));
  }
  const kept: string[] = [];
  const look = (folder: string): void => {
    for (const name of world.fs.list(folder)) {
      const path = joinPath(folder, name);
      if (isHidden(path)) continue;
      if (wanted.has(path)) kept.push(path);
      else if (holders.has(path)) look(path);
      else if (!roots.has(path)) kept.push(path);
    }
  };
  look('.');
  return kept;
}
