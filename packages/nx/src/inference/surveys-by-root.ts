import type { FileLinks } from '@dockwarden-internal/run/lint-inputs/file-links';
import type { Survey } from '@dockwarden-internal/run/lint-inputs/survey';
import type { Asked } from './asked-configurations.ts';
import { configuredOtherwise } from './configured-otherwise.ts';

/** What each project's task can read, with what its target asks for in place of the workspace's configuration; that is read once for all that ask. */
export async function surveysByRoot(
  roots: Iterable<string>,
  survey: Survey,
  askedOf: (root: string) => readonly Asked[],
  read: (asked: Asked) => Promise<FileLinks>,
): Promise<ReadonlyMap<string, Survey>> {
  const known = new Map<string, FileLinks>();
  const surveys = new Map<string, Survey>();
  for (const root of roots) {
    const others: FileLinks[] = [];
    for (const asked of askedOf(root)) {
      const key = JSON.stringify(asked);
      const links = known.get(key) ?? (await read(asked));
      known.set(key, links);
      others.push(links);
    }
    surveys.set(
      root,
      configuredOtherwise(
        survey,
        others.map(({ configured }) => configured),
      ),
    );
  }
  return surveys;
}
