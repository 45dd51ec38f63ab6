import type { ImageTargetOptions } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { entriesAt, type JsonFile, nodeAt, readJson, stringAt } from '@dockwarden-internal/workspace/json-file';
import { getNodeValue } from 'jsonc-parser';
import { nxTargetNames } from './nx-target-names.ts';

/** The executor by which a target that has another name than the plugin's speaks of a project's image. */
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
  const { build } = nxTargetNames({ fs });
  for (const { name, root } of model.projects) {
    const folder = root === '.' ? '' : `${root}/`;
    const sources = [
      [`${folder}package.json`, ['nx', 'targets']],
      [`${folder}project.json`, ['targets']],
    ] as const;
    for (const [path, way] of sources) {
      // The name is in the text wherever the options are: most files need not be parsed.
      const text = fs.read(path) ?? '';
      if (!text.includes(JSON.stringify(build)) && !text.includes(EXECUTOR)) continue;
      const raw = optionsIn(readJson(fs, path), way, build);
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

function optionsIn(
  json: JsonFile | undefined,
  way: readonly string[],
  build: string,
): Readonly<Record<string, unknown>> | undefined {
  const targets = entriesAt(json, ...way).map(({ key }) => key);
  const own = targets.find((target) => stringAt(json, ...way, target, 'executor') === EXECUTOR);
  const target = own ?? targets.find((name) => name === build && !nodeAt(json, ...way, name, 'executor'));
  const node = target === undefined ? undefined : nodeAt(json, ...way, target, 'options');
  return node?.type === 'object' ? (getNodeValue(node) as Record<string, unknown>) : undefined;
}
