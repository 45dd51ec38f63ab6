import { type IgnoreMatcher, ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';
import type { ContextInputs, InputSource } from '../model/image-inputs.ts';
import { linksOnTheWay } from './links-on-the-way.ts';
import { ancestors, below, isUnder, joinFolder, outermost } from './root-path.ts';
import { type SourceMatch, sourceMatch } from './source-match.ts';

/** Which paths of the workspace are read as parts of one build context. */
export interface ContextPaths {
  readonly starts: readonly string[];
  /** The first instruction that reads a path. */
  readBy(path: string): InputSource | undefined;
  mayHold(folder: string): boolean;
}

export interface Disk {
  readonly root: string;
  readonly readText: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
}

export function contextPaths(context: ContextInputs, disk: Disk): ContextPaths {
  const { directory, ignoreFile } = context;
  const parts = context.sources.map((source) => sourcePaths(directory, sourceMatch(source), disk));
  let ignore: IgnoreMatcher | undefined;
  // Most images are never asked of a path below their context.
  const ignoring = () => {
    ignore ??= ignoreMatcher(parseIgnore(sourceText('', (ignoreFile && disk.readText(ignoreFile)) ?? '')));
    return ignore;
  };
  const starts = outermost(parts.flatMap((part) => part.starts));
  return {
    starts,
    readBy(path) {
      const inside = below(directory, path);
      if (inside === undefined || inside === '.') return undefined;
      const found = parts.find((part) => part.reads(path, inside));
      return found && !ignoring().match(inside).ignored ? found.source : undefined;
    },
    mayHold(folder) {
      if (!starts.some((start) => isUnder(start, folder) || isUnder(folder, start))) return false;
      const inside = below(directory, folder);
      if (inside === undefined || inside === '.') return true;
      return !ignoring().match(inside).ignored || ignoring().mayKeepBelow(inside);
    },
  };
}

interface SourcePaths {
  readonly source: InputSource;
  readonly starts: readonly string[];
  reads(path: string, inside: string): boolean;
}

function sourcePaths(directory: string, match: SourceMatch, disk: Disk): SourcePaths {
  const { source } = match;
  const start = joinFolder(directory, match.start);
  // Links are followed in what is named, and are read themselves.
  const links = source.parents ? [] : linksOnTheWay(disk.root, start);
  const target = links.at(-1);
  const isKept = source.closure === undefined ? () => true : closureTest(directory, source.closure, disk);
  return {
    source,
    starts: [start, ...links],
    reads: (path, inside) =>
      (match.matches(inside) && isKept(path)) ||
      links.includes(path) ||
      (target !== undefined && isUnder(path, target) && match.matches(joinFolder(match.start, below(target, path)!))),
  };
}

/**
 * What a context that is narrowed to a closure holds: the files at its top and the paths of the closure. A path that is gone counts unless it
 * lies in a folder that is there and was left out, since the closure names what there is today.
 */
function closureTest(directory: string, closure: readonly string[], { exists }: Disk): (path: string) => boolean {
  const kept = new Set(closure);
  const holders = new Set(closure.flatMap(ancestors));
  return (path) => {
    if (kept.has('.') || !below(directory, path)?.includes('/')) return true;
    const way = [...ancestors(path), path];
    const first = way.find((folder) => !holders.has(folder)) ?? path;
    return way.some((folder) => kept.has(folder)) || !exists(first);
  };
}
