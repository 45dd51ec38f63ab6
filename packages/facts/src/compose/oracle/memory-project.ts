import { sourceText } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { baseName, folderOf } from '../../kernel/path.ts';
import { type ComposeModel, loadModel, type ModelRequest } from '../load/model.ts';
import type { ComposeFiles } from '../load/session.ts';
import { loadOrder, type OracleCase } from './cases/case.ts';

/** Files that are not on the disk. */
export function memoryFiles(files: { readonly [path: string]: string }): ComposeFiles {
  const paths = Object.keys(files);
  return {
    fileSystem: {
      read: (path) => files[path],
      kind: (path) => {
        if (path in files) return 'file';
        return paths.some((each) => path === '.' || each.startsWith(`${path}/`)) ? 'directory' : undefined;
      },
      list: (directory) => paths.filter((path) => folderOf(path) === directory).map(baseName),
    },
    tree: (path) => {
      const text = files[path];
      return text === undefined ? undefined : parseYaml(sourceText(path, text));
    },
  };
}

/** The model of files that are not on the disk. */
export function memoryModel(
  files: { readonly [path: string]: string },
  request: Partial<Omit<ModelRequest, 'files'>> = {},
): ComposeModel {
  return loadModel({ paths: Object.keys(files).slice(0, 1), ...request, files: memoryFiles(files) });
}

/** A case as `docker compose config` loads it: variables without value are empty. */
export function loadCase(oracle: OracleCase): ComposeModel {
  return memoryModel(oracle.files, { paths: loadOrder(oracle), unset: 'blank' });
}
