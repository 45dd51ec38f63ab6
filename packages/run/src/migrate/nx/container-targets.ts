import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { isMap } from '@dockwarden-internal/syntax';
import { containerBuild } from './container-build.ts';
import { defaultOf, defaultsOf, type FoundTarget } from './found-target.ts';
import type { Json, NxProject, NxWorkspace, TargetFile } from './open-nx.ts';
import { pluginEntry } from './plugin-entry.ts';

export const CONTAINER_PLUGIN = '@nx-tools/nx-container';
const EXECUTOR = '@nx-tools/nx-container:build';

/** The targets of a project that `@nx-tools/nx-container` builds, written or inferred. */
export function containerTargets(nx: NxWorkspace, project: NxProject): readonly FoundTarget[] {
  const inferred = inferredTarget(nx, project);
  const written = project.files.flatMap((file) =>
    Object.entries(file.targets).flatMap(([name, target]) => {
      const executor = target['executor'] ?? (inferred?.name === name && !target['command'] ? EXECUTOR : undefined);
      return executor === EXECUTOR
        ? [found(nx, project, { name, target, file, inferred: inferred?.name === name ? inferred.target : {} })]
        : [];
    }),
  );
  const isWritten = project.files.some((file) => inferred && Object.hasOwn(file.targets, inferred.name));
  return inferred && !isWritten
    ? [...written, found(nx, project, { name: inferred.name, target: {}, inferred: inferred.target })]
    : written;
}

interface Sources {
  readonly name: string;
  readonly target: Json;
  readonly inferred: Json;
  readonly file?: TargetFile;
}

/** What Nx lays over each other: the inferred target, what holds for all of its name, and what the project says. */
function found(
  nx: NxWorkspace,
  { name: project, root }: NxProject,
  { name, target, inferred, file }: Sources,
): FoundTarget {
  const layers = [inferred, defaultsOf(nx.nxJson, name, EXECUTOR), target];
  const tokens = (value: unknown): unknown => expand(value, project, root);
  const optionsOf = (layer: Json, key: string): Json => (isMap(layer[key]) ? (layer[key] as Json) : {});
  const options = tokens(Object.assign({}, ...layers.map((layer) => optionsOf(layer, 'options')))) as Json;
  const names = new Set(layers.flatMap((layer) => Object.keys(optionsOf(layer, 'configurations'))));
  const configurations = [...names].map((configuration) => {
    const own = layers.map((layer) => optionsOf(optionsOf(layer, 'configurations'), configuration));
    return [configuration, read({ ...options, ...(tokens(Object.assign({}, ...own)) as Json) }, root)] as const;
  });
  const dependsOn = layers
    .slice(1)
    .map((layer) => layer['dependsOn'])
    .findLast((each) => each !== undefined);
  return {
    name,
    ...(file && { file }),
    build: read(options, root),
    configurations: Object.fromEntries(configurations),
    ...(dependsOn !== undefined && { dependsOn }),
    ...defaultOf(layers),
    by: EXECUTOR,
  };
}

function read(options: Json, root: string): FoundTarget['build'] {
  const result = containerBuild(options);
  if ('fault' in result) return result;
  const plain = joinPath(root, 'Dockerfile');
  return { dockerfile: plain, ...result.build };
}

/** Source: `@nx-tools/nx-container` 7.3, `buildTargets`. */
function inferredTarget({ nxJson, fs }: NxWorkspace, { name, root, files }: NxProject) {
  const entry = pluginEntry(nxJson, CONTAINER_PLUGIN);
  const dockerfile = joinPath(root, 'Dockerfile');
  if (!entry || fs.entry(dockerfile) !== 'file' || !entry.sees(dockerfile)) return undefined;
  const { buildTargetName = 'container', defaultEngine = 'docker', defaultRegistry = 'docker.io' } = entry.options;
  const named = files[0]?.data['name'] ?? name;
  const image = `${defaultRegistry ? `${defaultRegistry}/` : ''}${named}`.replaceAll('@', '');
  const tags = [
    'type=schedule',
    'type=ref,event=branch',
    'type=ref,event=tag',
    'type=ref,event=pr',
    'type=sha,prefix=sha-',
  ];
  const target: Json = {
    options: { engine: defaultEngine, tags: [`${image}:dev`], load: true },
    configurations: { ci: { load: false, push: true, metadata: { images: [image], tags } } },
  };
  return { name: String(buildTargetName), target };
}

/** Tokens that Nx puts in itself. Source: https://nx.dev/docs/reference/project-configuration#tokens */
function expand(value: unknown, project: string, root: string): unknown {
  if (typeof value === 'string')
    return value
      .replace(/^\{workspaceRoot\}\/?/, '')
      .replaceAll('{projectRoot}', root)
      .replaceAll('{projectName}', project);
  if (Array.isArray(value)) return value.map((item) => expand(item, project, root));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expand(item, project, root)]));
}
