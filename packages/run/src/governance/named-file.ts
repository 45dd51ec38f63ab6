import type { FileSystem } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { Configured } from '../config/read-config.ts';

export interface Governed {
  readonly fs: Pick<NodeFileSystem, 'entry' | 'read'> & Pick<FileSystem, 'read'>;
  readonly config: ConfigDocument;
  /** Where a key of the configuration is written. */
  readonly placeOf?: Configured['placeOf'];
}

export interface NamedFile {
  /** From the root. */
  readonly path: string;
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface NamedFileRules {
  readonly usual: string;
  /** Way to its name in the configuration. */
  readonly way: readonly string[];
  /** What writes it. */
  readonly command?: string;
  /** Whether it may be missing also where it is named, since it is about to be written. */
  readonly mayBeAbsent?: boolean;
}

/** A file that the configuration may name: the usual one may be missing, one that is named may not. */
export function namedFile(
  { fs, placeOf }: Governed,
  named: string | undefined,
  { usual, way, command, mayBeAbsent = false }: NamedFileRules,
): NamedFile {
  const path = (named ?? usual).replace(/^\.\//, '');
  const text = fs.read(path);
  if (text !== undefined) return { path, text, diagnostics: [] };
  const entry = fs.entry(path);
  if (entry === 'absent' && (named === undefined || mayBeAbsent)) return { path, diagnostics: [] };
  const what = entry === 'outside' ? 'leads out of the root' : entry === 'absent' ? 'is not there' : 'cannot be read';
  const hint =
    entry === 'absent' && command !== undefined
      ? `write it: ${command}; or remove the key`
      : `name a file below the root at \`${way.join('.')}\`, or remove the key`;
  const place = placeOf?.(way);
  return {
    path,
    diagnostics: [
      {
        code: 'config/unreadable',
        message: `${path} ${what}`,
        hint: named === undefined ? 'replace it by a file that can be read' : hint,
        ...(place && named !== undefined ? { place } : { path }),
        exit: 2,
      },
    ],
  };
}
