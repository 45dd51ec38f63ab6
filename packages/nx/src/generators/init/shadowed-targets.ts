import { CANDIDATE_GLOB } from '@dockwarden-internal/run/lint-inputs/candidate-files';
import { getProjects, glob, readJson, type Tree } from 'nx/src/devkit-exports';
import { imageTargetNames } from '../../inference/image-target-names.ts';
import { PLUGIN_OPTIONS, type PluginOptions } from '../../options/plugin-options.ts';

const NAME_OPTIONS = [
  'targetName',
  'buildTargetName',
  'pushTargetName',
  'extractTargetName',
  'scanTargetName',
] as const;

/** A sentence for each script of a package.json that Nx runs in place of a target that is inferred. */
export function shadowedTargets(tree: Tree, options: PluginOptions): string[] {
  const names = imageTargetNames(options);
  const targets = new Map([
    [options.targetName ?? PLUGIN_OPTIONS.targetName.default, NAME_OPTIONS[0]],
    ...(options.images === false
      ? []
      : ([names.build, names.push, names.extract, names.scan] as const).map(
          (name, index) => [name, NAME_OPTIONS[index + 1]!] as const,
        )),
  ]);
  const files = glob(tree, [CANDIDATE_GLOB]);
  return [...getProjects(tree).values()].flatMap(({ root }) => {
    const manifest = root === '.' ? 'package.json' : `${root}/package.json`;
    if (!tree.exists(manifest) || !files.some((path) => root === '.' || path.startsWith(`${root}/`))) return [];
    const { scripts } = readJson<{ scripts?: Readonly<Record<string, string>> }>(tree, manifest);
    return [...targets].flatMap(([name, option]) =>
      scripts && Object.hasOwn(scripts, name)
        ? [
            `Nx runs the script ${name} of ${manifest} in place of the inferred target: rename the script, or set ${option} of the plugin in nx.json.`,
          ]
        : [],
    );
  });
}
