import { applyEdits, setPath, sourceText, valueAt } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { configName } from '../config/read-config.ts';
import type { ChangedFile } from '../lint-outcome.ts';

/** Sets `build.refresh` of dockwarden.yaml to a date; undefined where it is there already, a sentence where the file cannot be edited. */
export function refreshEdit(text: string | undefined, date: string): ChangedFile | string | undefined {
  if (text === undefined) {
    const after = `dockwarden: config/v1\nextends: [dockwarden:recommended]\nbuild:\n  refresh: '${date}'\n`;
    return { path: configName, before: '', after };
  }
  const tree = parseYaml(sourceText(configName, text));
  const there = valueAt(tree.root, 'build', 'refresh');
  if (there?.kind === 'scalar' && there.value === date) return undefined;
  const edits = tree.root.kind === 'map' ? setPath(tree, tree.root, ['build', 'refresh'], date) : undefined;
  if (!edits) return `${configName} is written so that build.refresh cannot be set: write it yourself`;
  return { path: configName, before: text, after: applyEdits(text, edits) };
}
