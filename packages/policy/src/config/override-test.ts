import type { Override } from '../load/config-document.ts';
import { globTest } from '../pattern.ts';
import type { Target } from './for-target.ts';
import { pathTest } from './path-test.ts';

/** Tests whether an override is about a file; where it names projects and files, both must fit. */
export function overrideTest({ files, projects }: Override): (target: Target) => boolean {
  const paths = files?.map(pathTest);
  const names = projects?.names?.map(globTest);
  const tags = projects?.tags && tagsTest(projects.tags);
  return ({ path, project }) => {
    if (paths && !paths.some((test) => test(path))) return false;
    if (!projects) return true;
    if (!project || (names && !names.some((test) => test(project.name)))) return false;
    return !tags || tags(project.tags);
  };
}

type Tags = NonNullable<NonNullable<Override['projects']>['tags']>;

/** `{ has: tag }`, `{ hasAll: [tags] }` and `{ none: [tags] }`, all of which must hold; tags are globs. */
function tagsTest({ has, some, hasAll, none }: Tags): (tags: readonly string[]) => boolean {
  const tests = (words: string | readonly string[]) => [words].flat().map(globTest);
  const any = [has, some].flatMap((words) => (words === undefined ? [] : [tests(words)]));
  const all = hasAll === undefined ? [] : tests(hasAll);
  const no = none === undefined ? [] : tests(none);
  return (tags) =>
    any.every((alternatives) => alternatives.some((test) => tags.some(test))) &&
    all.every((test) => tags.some(test)) &&
    !no.some((test) => tags.some(test));
}
