import { folderOf, joinPath } from '@dockwarden-internal/facts';
import { type App, readIn } from '../../model/app.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { reads } from '../source/token.ts';

/** How the modules of a program are written, as far as a new one must match. */
export interface ModuleStyle {
  readonly typescript: boolean;
  readonly esm: boolean;
  /** Extension of a new file beside it: `ts`. */
  readonly extension: string;
  /** What stands behind a module's name where it is imported: `.js`, `.ts`, or nothing. */
  readonly suffix: string;
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
}

/** The style of a file, and where it says nothing, of others of the same program. */
export function moduleStyle(app: App, file: ProgramFile, others: readonly ProgramFile[]): ModuleStyle {
  const extension = file.path.slice(file.path.lastIndexOf('.') + 1);
  const typescript = extension.endsWith('ts');
  const esm = typescript || isEsm(file);
  const strings = file.tokens.filter(({ kind }) => kind === 'string');
  const double = strings.filter(({ start }) => file.text[start] === '"').length;
  return {
    typescript,
    esm,
    extension,
    suffix: typescript ? (importedSuffix([file, ...others]) ?? usualSuffix(app, extension)) : `.${extension}`,
    quote: double * 2 > strings.length ? '"' : "'",
    semicolon: file.tokens.some(({ kind, text }) => kind === 'sign' && text === ';') ? ';' : '',
  };
}

function isEsm({ tokens, path }: ProgramFile): boolean {
  if (path.endsWith('.mjs')) return true;
  return tokens.some(
    ({ depth, first }, at) =>
      depth === 0 &&
      first &&
      (reads(tokens, at, 'export') || (reads(tokens, at, 'import') && !reads(tokens, at + 1, '('))),
  );
}

/** As the first import of a neighbour is written. */
function importedSuffix(files: readonly ProgramFile[]): string | undefined {
  for (const { tokens } of files)
    for (const [at, { kind, text }] of tokens.entries()) {
      if (kind !== 'string' || !/^\.\.?\//.test(text) || !reads(tokens, at - 1, 'from')) continue;
      const written = /\.([cm]?[jt]s|[a-z]+)$/.exec(text.slice(text.lastIndexOf('/') + 1));
      if (!written) return '';
      if (/^[cm]?[jt]s$/.test(written[1]!)) return `.${written[1]}`;
    }
  return undefined;
}

function usualSuffix(app: App, extension: string): string {
  if (extension !== 'ts') return `.${extension.replace('ts', 'js')}`;
  const settings = readIn(app, 'tsconfig.json') ?? '';
  if (/"(?:allowImportingTsExtensions|rewriteRelativeImportExtensions)"\s*:\s*true/.test(settings)) return '.ts';
  return /"type"\s*:\s*"module"/.test(nearestManifest(app)) ? '.js' : '';
}

function nearestManifest({ fs, project }: App): string {
  for (let folder = project.root; ; folder = folderOf(folder)) {
    const text = fs.read(joinPath(folder, 'package.json'));
    if (text !== undefined || folder === '.' || folder === '/') return text ?? '';
  }
}
