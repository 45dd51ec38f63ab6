import type { ProjectModel } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import {
  fixedPart,
  IMAGE_TASKS,
  type PackagePlace,
  type TaskGlobs,
  taskInputs,
  turboGlobs,
  type WantedTask,
} from '@dockwarden-internal/scaffold';
import type { SurveyedImage } from '../build/survey-images.ts';

/** What the images of a package need of its tasks and scripts. */
export interface ImageWork {
  readonly task: WantedTask;
  /** Whether something of what they copy is made before, by a task that the task depends on. */
  readonly isMade: boolean;
  /** Tasks that would have to run before, and that no turbo.json has. */
  readonly missing: readonly string[];
}

/** The tasks of a package with images; `hasTask` tells whether Turborepo knows one, of a package or of the root (`//#build`). */
export function imageWork(
  { name, root }: Pick<ProjectModel, 'name' | 'root'>,
  images: readonly SurveyedImage[],
  place: Omit<PackagePlace, 'root'>,
  surroundings: Pick<TaskGlobs, 'ignored' | 'kind' | 'roots'> & {
    /** What differs from machine to machine, as what is installed or built there, and must not be in what is committed. */
    readonly isLocal: (path: string) => boolean;
  },
  projects: readonly Pick<ProjectModel, 'name' | 'root'>[],
  hasTask: (task: string, root: string) => boolean,
): ImageWork {
  const globs = [
    joinPath(root, 'package.json'),
    ...images.flatMap(({ declaredIn = [], globs: own = ['**/*'] }) => [...declaredIn, ...own]),
  ].filter((glob) => !surroundings.isLocal(fixedPart(glob)));
  const [first, ...others] = images.map(({ hidden = [] }) => hidden);
  const hidden = (first ?? []).filter((glob) => others.every((each) => each.includes(glob)));
  const inputs = taskInputs(turboGlobs({ ...surroundings, globs, hidden }), { root, ...place });
  const unknown = images.some(({ unknownMaker }) => unknownMaker);
  const makers = new Set(images.flatMap((image) => image.makers));
  const rootOf = new Map(projects.map((project) => [project.name, project.root]));
  const wanted = [
    ...(makers.has(name) || unknown ? [{ task: 'build', at: root }] : []),
    // Who makes it is not told by its path: the package itself or one that it needs.
    ...(unknown ? [{ task: '^build', at: root }] : []),
    ...[...makers]
      .filter((maker) => maker !== name)
      .sort()
      .map((maker) => {
        const at = rootOf.get(maker) ?? '.';
        return { task: at === '.' ? '//#build' : `${maker}#build`, at };
      }),
  ];
  const isKnown = ({ at }: { readonly at: string }) => hasTask('build', at);
  return {
    task: { inputs, dependsOn: wanted.filter(isKnown).map(({ task }) => task) },
    isMade: wanted.length > 0,
    missing: wanted.filter((each) => !isKnown(each)).map(({ task }) => task),
  };
}

/** The scripts by which the tasks call the command line; undefined where the project has no name that can stand in one. */
export function imageScripts(name: string, isMade: boolean) {
  const word = scriptWord(name);
  if (word === undefined) return undefined;
  return IMAGE_TASKS.map((task) => ({
    name: task,
    words: [task.slice('docker-'.length), '--project', word, ...(isMade ? ['--trust-generated'] : [])],
  }));
}

/** A name as a shell reads it, on every system. */
function scriptWord(name: string): string | undefined {
  if (/^[\w@./-]+$/.test(name) && !name.startsWith('-')) return name;
  return /^[\w@./ #~+=,()-]+$/.test(name) && !name.startsWith('-') ? `"${name}"` : undefined;
}
