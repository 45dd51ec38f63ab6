import { splitWords } from '@dockwarden-internal/facts/compose/read/split-words';
import { isMap } from '@dockwarden-internal/syntax';
import { type ConvertedRun, dockerRun } from './docker-run.ts';
import { dockerTarget, writtenTarget } from './docker-targets.ts';
import type { NxProject, NxWorkspace } from './open-nx.ts';

/** Options of our `docker-run` for what `@nx/docker` starts a project's image with. */
export function runOptions(nx: NxWorkspace, project: NxProject): ConvertedRun {
  const { name, options } = dockerTarget(nx, 'runTarget');
  const { target } = writtenTarget(project, name);
  const own = isMap(target['options']) ? target['options'] : {};
  const args = own['args'] ?? options['args'] ?? [];
  const list = typeof args === 'string' ? [args] : args;
  if (!Array.isArray(list) || !list.every((arg) => typeof arg === 'string'))
    return { options: {}, left: [`${name}: \`args\` is a list of texts`] };
  const words = splitWords(list.join(' '));
  return words ? dockerRun(words) : { options: {}, left: [`${name}: \`args\` are no words of a command`] };
}
