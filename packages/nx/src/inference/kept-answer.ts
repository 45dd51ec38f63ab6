import { createHash } from 'node:crypto';
import {
  answersStand,
  type Question,
  type TracedFileSystem,
  tracedFileSystem,
  withoutImplied,
} from '@dockwarden-internal/run/cache/traced-file-system';
import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { pluginDataPath, readPluginData, writePluginData } from './plugin-data.ts';

interface Kept<Answer> {
  readonly version: string;
  /** Of the names of the files that Nx knows and the answer was told from. */
  readonly files: string;
  readonly questions: readonly Question[];
  readonly answer: Answer;
}

/** What an answer is told from beside the disk, and what it is kept as. */
export interface KeptAs {
  readonly workspaceRoot: string;
  readonly name: string;
  readonly paths: readonly string[];
  /** The product's: another version may answer otherwise. */
  readonly version: string;
}

/**
 * An answer of the Docker knowledge about a workspace. It is kept with every question that was asked of the disk, and counts as long as these are
 * answered alike: the knowledge is only loaded where one is not. Throws what `ask` throws.
 */
export async function keptAnswer<Answer>(
  { workspaceRoot, name, paths, version }: KeptAs,
  ask: (disk: Pick<TracedFileSystem, 'fs' | 'readOutside'>) => Promise<Answer>,
): Promise<Answer> {
  const path = pluginDataPath(workspaceRoot, name);
  const files = createHash('sha1').update(paths.join('\0')).digest('base64');
  const disk = nodeFileSystem(workspaceRoot);
  const kept = readPluginData(path) as Kept<Answer> | undefined;
  if (kept?.version === version && kept.files === files && answersStand(disk, kept.questions)) return kept.answer;
  const traced = tracedFileSystem(disk, true);
  const answer = await ask(traced);
  const questions = withoutImplied(traced.questions());
  writePluginData(path, { version, files, questions, answer } satisfies Kept<Answer>);
  return answer;
}
