import { splitWords } from '@dockwarden-internal/facts/compose/read/split-words';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { isMap, ownEntry } from '@dockwarden-internal/syntax';
import { dockerBuild } from './docker-build.ts';
import { defaultOf, defaultsOf, type FoundTarget } from './found-target.ts';
import { PLAIN_BUILD } from './image-build.ts';
import type { Json, NxProject, NxWorkspace, TargetFile } from './open-nx.ts';
import { pluginEntry } from './plugin-entry.ts';

export const DOCKER_PLUGIN = '@nx/docker';

/** What the plugin calls its targets, and what its options say of them. */
export interface DockerTarget {
  readonly name: string;
  readonly options: Json;
}

/** Source: `@nx/docker` 22, `normalizePluginOptions`. */
export function dockerTarget({ nxJson }: NxWorkspace, which: 'buildTarget' | 'runTarget'): DockerTarget {
  const byDefault = which === 'buildTarget' ? 'docker:build' : 'docker:run';
  const said = pluginEntry(nxJson, DOCKER_PLUGIN)?.options[which];
  if (typeof said === 'string') return { name: said, options: {} };
  return isMap(said) ? { name: String(said['name'] ?? byDefault), options: said } : { name: byDefault, options: {} };
}

/** The image of a project is called like its folder. Source: `@nx/docker` 22, `getProjectNameFromPath`. */
export function imageReference({ fs }: Pick<NxWorkspace, 'fs'>, root: string): string {
  const path = root === '.' ? fs.root : root;
  return path
    .replace(/^[\\/]/, '')
    .replace(/[\\/\s]+/g, '-')
    .toLowerCase()
    .slice(-128);
}

/** Whether the plugin infers targets for a project. */
export function isDockerProject({ nxJson, fs }: NxWorkspace, { root }: NxProject): boolean {
  const dockerfile = joinPath(root, 'Dockerfile');
  const entry = pluginEntry(nxJson, DOCKER_PLUGIN);
  return entry !== undefined && fs.entry(dockerfile) === 'file' && entry.sees(dockerfile);
}

/** The target of a project that `@nx/docker` infers and that builds its image, with what the project says of it. */
export function dockerTargets(nx: NxWorkspace, project: NxProject): readonly FoundTarget[] {
  if (!isDockerProject(nx, project)) return [];
  const { name, options: plugin } = dockerTarget(nx, 'buildTarget');
  const { target, file } = writtenTarget(project, name);
  if (target['executor'] !== undefined) return [];
  const layers = [defaultsOf(nx.nxJson, name, undefined), target];
  const laid = (key: string): Json =>
    Object.assign({}, ...layers.map((layer) => (isMap(layer[key]) ? layer[key] : {})));
  const inferred = isMap(plugin['configurations']) ? plugin['configurations'] : {};
  const options = { ...defaultsFor(plugin, nx, project), ...laid('options') };
  const written = laid('configurations');
  const names = new Set([...Object.keys(inferred), ...Object.keys(written)]);
  const configurations = [...names].map((configuration) => {
    const [there, said] = [inferred, written]
      .map((all) => ownEntry(all, configuration))
      .map((each) => (isMap(each) ? each : undefined));
    const own = there ? defaultsFor({ skipDefaultTag: plugin['skipDefaultTag'], ...there }, nx, project) : {};
    return [configuration, read({ ...options, ...own, ...said }, nx, project)] as const;
  });
  const dependsOn = layers.map((layer) => layer['dependsOn']).findLast((each) => each !== undefined);
  return [
    {
      name,
      ...(file && { file }),
      build: read(options, nx, project),
      configurations: Object.fromEntries(configurations),
      ...(dependsOn !== undefined && { dependsOn }),
      ...defaultOf(layers),
      by: DOCKER_PLUGIN,
    },
  ];
}

export function writtenTarget(project: NxProject, name: string): { readonly target: Json; readonly file?: TargetFile } {
  const file = project.files.find(({ targets }) => Object.hasOwn(targets, name));
  return file ? { target: file.targets[name]!, file } : { target: {} };
}

/** The tag that the plugin adds comes last, since an image has one repository here. Source: `@nx/docker` 22, `buildTargetOptions`. */
function defaultsFor(plugin: Json, nx: NxWorkspace, { root }: NxProject): Json {
  const args = Array.isArray(plugin['args']) ? plugin['args'] : [];
  const tag = plugin['skipDefaultTag'] === true ? [] : [`--tag ${imageReference(nx, root)}`];
  const more = ['env', 'envFile'].flatMap((key) => (plugin[key] === undefined ? [] : [[key, plugin[key]]]));
  return { cwd: plugin['cwd'] ?? root, args: [...args, ...tag], ...Object.fromEntries(more) };
}

function read(options: Json, nx: NxWorkspace, { name, root }: NxProject): FoundTarget['build'] {
  const { cwd, args = [], env, envFile } = options;
  const list = typeof args === 'string' ? [args] : args;
  if (!Array.isArray(list) || !list.every((arg) => typeof arg === 'string'))
    return { fault: '`args` is a list of texts' };
  if (cwd !== undefined && typeof cwd !== 'string') return { fault: '`cwd` is a text' };
  const text = tokens(list.join(' '), nx, name, root);
  const words = /[|&;<>`\n]|\$\(/.test(text) ? undefined : splitWords(text);
  const folder = tokens(cwd ?? root, nx, name, root);
  const build = words && dockerBuild([...words, '.'], folder === '' ? '.' : folder);
  if (!build) return { fault: '`args` are more than flags of docker build' };
  const shell = [
    ...(isMap(env)
      ? [`env ${Object.keys(env).join(', ')}: a build is given args, secrets and nothing of the environment`]
      : []),
    ...(envFile === undefined ? [] : ['envFile: a build is given args, secrets and nothing of the environment']),
  ];
  return { ...PLAIN_BUILD, ...build, others: [...build.others, ...shell] };
}

/** Tokens that are known from the files; the others are for the conversion. */
function tokens(text: string, nx: NxWorkspace, name: string, root: string): string {
  return text
    .replace(/\{workspaceRoot\}\/?/g, '')
    .replaceAll('{projectRoot}', root)
    .replaceAll('{projectName}', name)
    .replaceAll('{imageRef}', imageReference(nx, root));
}
