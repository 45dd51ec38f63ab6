import { memo } from '../kernel/memo.ts';
import { folderOf } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Context, IgnoreFile } from '../model/context.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { commandsOf } from '../run/commands.ts';
import { isPruning } from '../run/pruning.ts';
import { copiesRoot } from './copies-root.ts';
import { folderOfBuilds, folderOfImages } from './folder-of-builders.ts';
import { folderThatHoldsSources } from './folder-of-sources.ts';
import { ignoreFile, ignoreTreeFor } from './ignore-file.ts';

/** Where a build runs, and what says so. */
export interface DecidedFolder {
  /** Relative to the workspace root. */
  readonly directory: string;
  readonly decidedBy: string;
}

/** Ways to tell the folder. The first that has an answer decides, also where that answer is that it cannot be known. */
const deciders: readonly ((dockerfile: Dockerfile) => Maybe<DecidedFolder>)[] = [
  (dockerfile) => folderOfImages(dockerfile),
  (dockerfile) => folderOfBuilds(dockerfile),
  besideRoot,
  (dockerfile) => folderThatHoldsSources(dockerfile),
  prunedWorkspace,
];

function besideRoot(dockerfile: Dockerfile): DecidedFolder | undefined {
  if (folderOf(dockerfile.source.path) !== '.') return undefined;
  return { directory: '.', decidedBy: 'the Dockerfile stands in the workspace root' };
}

/** `COPY . .` and then a prune of the workspace: what is pruned has to be all of it. */
function prunedWorkspace(dockerfile: Dockerfile): DecidedFolder | undefined {
  const prunes = dockerfile.instructions.some((instruction) => commandsOf(instruction).some(isPruning));
  if (!prunes || copiesRoot(dockerfile) !== true) return undefined;
  return { directory: '.', decidedBy: 'the build prunes the workspace' };
}

/** The context that a Dockerfile is built from; unknown where nothing tells. */
export const contextOf = memo((dockerfile: Dockerfile): Maybe<Context> => {
  for (const decide of deciders) {
    const decided = decide(dockerfile);
    if (decided !== undefined) return isUnsure(decided) ? unknown : openContext(dockerfile, decided);
  }
  return unknown;
});

/** The fact of a context; its ignore file is read when someone asks for it. */
function openContext(dockerfile: Dockerfile, { directory, decidedBy }: DecidedFolder): Context {
  let ignore: { readonly file: IgnoreFile | undefined } | undefined;
  return {
    dockerfile,
    directory,
    decidedBy,
    get ignore() {
      if (!ignore) {
        const tree = ignoreTreeFor(dockerfile, directory);
        ignore = { file: tree && ignoreFile(this, tree) };
      }
      return ignore.file;
    },
  };
}
