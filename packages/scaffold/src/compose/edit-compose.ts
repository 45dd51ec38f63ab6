import {
  appendItem,
  applyEdits,
  entryOf,
  listToMap,
  setPath,
  sourceText,
  type TextEdit,
  toData,
  valueAt,
  type YamlData,
  type YamlMap,
  type YamlNode,
  type YamlTree,
} from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';

/** A YAML file that is changed step by step; all that no step names stays as it is, to the letter. */
export interface EditedFile {
  readonly path: string;
  text(): string;
  tree(): YamlTree;
  /** The value under a path of keys as data. */
  data(...path: readonly string[]): unknown;
  has(...path: readonly string[]): boolean;
  /** Sets a value that is not there; false where no edit is safe. */
  set(path: readonly string[], value: YamlData): boolean;
  /** Adds `name` with `value` to a map, or what `item` makes of them to a list; a value that is not there becomes `fresh`. */
  add(path: readonly string[], name: string, value: YamlData, item: YamlData, fresh: YamlData): boolean;
  /** Makes a list of names a map of them. */
  listToMap(path: readonly string[], value: YamlData): boolean;
}

export function editedFile(path: string, original: string): EditedFile {
  let text = original;
  let tree = parseYaml(sourceText(path, text));
  const apply = (edits: readonly TextEdit[] | undefined): boolean => {
    if (!edits) return false;
    text = applyEdits(text, edits);
    tree = parseYaml(sourceText(path, text));
    return true;
  };
  const at = (...keys: readonly string[]): YamlNode | undefined => valueAt(tree.root, ...keys);
  const rootMap = (): YamlMap | undefined => (tree.root.kind === 'map' ? tree.root : undefined);
  const set = (keys: readonly string[], value: YamlData): boolean => {
    const root = rootMap();
    return root !== undefined && apply(setPath(tree, root, keys, value));
  };
  return {
    path,
    text: () => text,
    tree: () => tree,
    data: (...keys) => {
      const node = at(...keys);
      return node && toData(node);
    },
    has: (...keys) => entryOf(at(...keys.slice(0, -1)), keys.at(-1)!) !== undefined,
    set,
    add(keys, name, value, item, fresh) {
      const node = at(...keys);
      if (node?.kind === 'list') return apply(appendItem(tree, node, item));
      if (node?.kind === 'map') return set([...keys, name], value);
      return set(keys, fresh);
    },
    listToMap(keys, value) {
      const node = at(...keys);
      return node?.kind === 'list' && apply(listToMap(tree, node, (name) => [name, value]));
    },
  };
}
