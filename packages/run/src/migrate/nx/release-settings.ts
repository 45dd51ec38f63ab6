import { globTest } from '@dockwarden-internal/policy';
import { isMap } from '@dockwarden-internal/syntax';
import { imageReference } from './docker-targets.ts';
import type { Json, NxProject, NxWorkspace } from './open-nx.ts';
import { templateOf } from './template-of.ts';

/** What `nx release` tags images with where nothing is said. Source: `@nx/docker` 22, `DEFAULT_VERSION_SCHEMES`. */
const SCHEMES: Json = { production: '{currentDate|YYMM.DD}.{shortCommitSha}' };

export interface ReleaseSettings {
  /** Options of `docker-push`. */
  readonly options: Json;
  readonly left: readonly string[];
}

/** What `release.docker` of nx.json, a group and the project says of a project's image; undefined where nothing does. */
export function releaseSettings(nx: NxWorkspace, project: NxProject): ReleaseSettings | undefined {
  const release = isMap(nx.nxJson['release']) ? nx.nxJson['release'] : {};
  const groups = isMap(release['groups']) ? Object.values(release['groups']).filter(isMap) : [];
  const group = groups.find(({ projects }) => names([projects].flat(), nx, project));
  const own = project.files.map((file) =>
    isMap(file.project['release']) ? file.project['release']['docker'] : undefined,
  );
  const layers = [release['docker'], group?.['docker'], ...own].filter((each) => each !== undefined && each !== false);
  if (layers.length === 0) return undefined;
  const said: Json = Object.assign({}, ...layers.filter(isMap));
  const { registryUrl, repositoryName, versionSchemes } = said;
  const name = typeof repositoryName === 'string' ? repositoryName : imageReference(nx, project.root);
  const repository = typeof registryUrl === 'string' ? `${registryUrl}/${name}` : name;
  const left: string[] = [];
  const schemes = Object.entries(isMap(versionSchemes) ? versionSchemes : SCHEMES);
  const [first] = schemes.filter(([scheme]) => scheme === 'production').concat(schemes);
  const template = first && typeof first[1] === 'string' ? templateOf(first[1]) : undefined;
  if (template === undefined) left.push('release.docker.versionSchemes: hand the tag in, nx run …:docker-push --tag=…');
  for (const [scheme, text] of schemes)
    if (scheme !== first?.[0])
      left.push(
        `the version scheme ${scheme} (${String(text)}): nx run …:docker-push --tag=${templateOf(String(text)) ?? '…'}`,
      );
  if (said['preVersionCommand'] !== undefined || said['groupPreVersionCommand'] !== undefined)
    left.push('release.docker.preVersionCommand: docker-push builds what is not there by itself');
  return { options: { repository, ...(template !== undefined && { tags: [template] }) }, left };
}

/** Whether a list of names, globs and `tag:…` is about a project. Source: https://nx.dev/docs/reference/nx-json#release */
function names(list: readonly unknown[], { model }: NxWorkspace, { name, root }: NxProject): boolean {
  const tags = model.projects.find((each) => each.root === root)?.tags ?? [];
  return list.some((word) => {
    if (typeof word !== 'string') return false;
    if (word.startsWith('tag:')) return tags.some(globTest(word.slice('tag:'.length)));
    return globTest(word)(name) || globTest(word)(root);
  });
}
