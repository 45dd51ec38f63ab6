import { baseName, type FileSystem, joinPath } from '@dockwarden-internal/facts';
import { type TomlTable, tablesAt, textAt } from '../../toml/toml-value.ts';

/** The programs of a package, and the one that is taken for the app. */
export interface Binaries {
  readonly all: readonly string[];
  readonly chosen?: string;
}

/** Source: The Cargo Book, "Cargo Targets", "Package Layout". */
export function binaries(fs: FileSystem, root: string, manifest: TomlTable): Binaries {
  const name = textAt(manifest, 'package', 'name');
  const declared = tablesAt(manifest, 'bin').flatMap((bin) => textAt(bin, 'name') ?? []);
  const main =
    fs.kind(joinPath(root, 'src/main.rs')) === 'file' && declared.length === 0 && name !== undefined ? [name] : [];
  const beside = fs.list(joinPath(root, 'src/bin')).flatMap((file) => {
    const path = joinPath(root, `src/bin/${file}`);
    if (fs.kind(path) === 'directory') return fs.kind(`${path}/main.rs`) === 'file' ? [file] : [];
    return file.endsWith('.rs') ? [baseName(file).slice(0, -3)] : [];
  });
  const all = [...new Set([...main, ...declared, ...beside])];
  const wanted = [textAt(manifest, 'package', 'default-run'), name];
  const chosen = all.find((one) => one === wanted[0]) ?? all.find((one) => one === wanted[1]) ?? all[0];
  return chosen === undefined ? { all } : { all, chosen };
}
