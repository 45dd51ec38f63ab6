import { projectNamed, stageName, stagesByName, type World } from '@dockwarden-internal/facts';
import { type Diagnostic, suggest, suggestScoped } from '@dockwarden-internal/syntax';
import type { ImageDraft } from './image-draft.ts';

/** What an image names that is not there. */
export function checkDraft(world: World, draft: ImageDraft): Diagnostic[] {
  const { name, project, dockerfile, target, context, placeOf } = draft;
  const missing = (
    key: 'project' | 'dockerfile' | 'target' | 'context',
    message: string,
    hint: string,
  ): Diagnostic => ({
    code: `images/unknown-${key}`,
    message: `${message}, which the image ${name} is built from`,
    hint,
    ...placeOf(key),
    exit: 2,
  });
  const found: Diagnostic[] = [];
  if (project !== undefined && !projectNamed(world, project)) {
    const projects = world.workspace.projects.map((each) => each.name);
    found.push({
      ...missing('project', '', hintFor(suggestScoped(project, projects), 'name a project of the workspace')),
      message: `there is no project ${project}, which the image ${name} is said to belong to`,
    });
  }
  const parsed = isOutside(dockerfile) ? undefined : world.dockerfileAt(dockerfile);
  if (!parsed) {
    const paths = world.dockerfiles.map(({ source }) => source.path);
    const message = isOutside(dockerfile)
      ? `${dockerfile} lies outside of the workspace`
      : `there is no file ${dockerfile}`;
    found.push(missing('dockerfile', message, hintFor(suggest(dockerfile, paths), 'name a Dockerfile, from the root')));
  } else if (!parsed.stages.some(({ from }) => from)) {
    found.push(missing('dockerfile', `${dockerfile} has no FROM`, 'name a whole Dockerfile'));
  } else if (target !== undefined && !stagesByName(parsed).has(target.toLowerCase())) {
    const names = parsed.stages.flatMap((stage) => stageName(stage) ?? []);
    const hint = hintFor(
      suggest(target, names),
      names.length === 0 ? 'give the stage a name with AS' : `there are ${names.join(', ')}`,
    );
    found.push(missing('target', `${dockerfile} has no stage ${target}`, hint));
  }
  if (context !== undefined && context !== '.' && (isOutside(context) || world.fs.kind(context) !== 'directory')) {
    const message = isOutside(context) ? `${context} lies outside of the workspace` : `there is no folder ${context}`;
    found.push(missing('context', message, 'name a folder, from the root'));
  }
  return found;
}

function isOutside(path: string): boolean {
  return path.startsWith('/') || path === '..' || path.startsWith('../');
}

function hintFor(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `did you mean ${near}?`;
}
