import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import type { ReadText } from './compose-files.ts';

/** A fault for the first file that cannot be changed safely, because it does not read as one map. */
export function unreadableCompose(paths: readonly string[], read: ReadText): Diagnostic | undefined {
  for (const path of paths) {
    const text = read(path);
    if (text === undefined || text.trim() === '') continue;
    const tree = parseYaml(sourceText(path, text));
    const [fault] = tree.faults;
    const empty = tree.root.kind === 'scalar' && tree.root.value === null;
    if (!fault && (tree.root.kind === 'map' || empty)) continue;
    return {
      code: 'setup/compose-unreadable',
      message: fault?.message ?? `${path} is no Compose file: it holds no map of keys.`,
      hint: 'Mend it, or move it away; nothing was changed.',
      path,
      ...(fault && { place: { source: tree.source, span: fault.span } }),
      exit: 2,
    };
  }
  return undefined;
}
