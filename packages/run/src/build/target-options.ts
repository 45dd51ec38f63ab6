import type { ImageTargetOptions } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { entriesAt, type JsonFile, nodeAt, readJson, stringAt } from '@dockwarden-internal/workspace/json-file';
import { getNodeValue } from 'jsonc-parser';

/** The target whose options speak of a project's image, and the executor by which a target of another name does. */
const TARGET = 'docker-build';
const EXECUTOR = '@dockwarden/nx:build';

export interface TargetOptions {
  /** By name of the project; those that say something. */
  readonly byProject: ReadonlyMap<string, ImageTargetOptions>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the projects of an Nx workspace say of their images in project.json (`targets`) or package.json (`nx.targets`). What Nx adds by
 * `targetDefaults`, configurations and its command line is only known to its executors, which hand the options over themselves.
 */
export async function targetOptions({ fs, model }: Pick<Workspace, 'fs' | 'model'>): Promise<TargetOptions> {
  const byProject = new Map<string, ImageTargetOptions>();
  const diagnostics: Diagnostic[] = [];
  if (model.tool !== 'nx') return { byProject, diagnostics };
  for (const { name, root } of model.projects) {
    const folder = root === '.' ? '' : `${root}/`;
    const sources = [
      [`${folder}package.json`, ['nx', 'targets']],
      [`${folder}project.json`, ['targets']],
    ] as const;
    for (const [path, way] of sources) {
      // The name is in the text wherever the options are: most files need not be parsed.
      if (!/docker-build|@dockwarden\/nx:build/.test(fs.read(path) ?? '')) continue;
      const raw = optionsIn(readJson(fs, path), way);
      if (!raw) continue;
      const { readImageOptions } = await import('@dockwarden-internal/policy/load/read-image-options');
      const read = readImageOptions(raw);
      if ('fault' in read)
        diagnostics.push({ code: 'images/options', message: `${path}: ${read.fault}`, path, exit: 2 });
      else if (Object.keys(read.options).length > 0) byProject.set(name, { ...byProject.get(name), ...read.options });
    }
  }
  return { byProject, diagnostics };
}

function optionsIn(json: JsonFile | undefined, way: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const targets = entriesAt(json, ...way).map(({ key }) => key);
  const own = targets.find((target) => stringAt(json, ...way, target, 'executor') === EXECUTOR);
  const target = own ?? targets.find((name) => name === TARGET && !nodeAt(json, ...way, name, 'executor'));
  const node = target === undefined ? undefined : nodeAt(json, ...way, target, 'options');
  return node?.type === 'object' ? (getNodeValue(node) as Record<string, unknown>) : undefined;
}
