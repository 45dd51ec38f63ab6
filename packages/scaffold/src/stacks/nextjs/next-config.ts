import { type App, pathIn } from '../../model/app.ts';
import type { PlannedFile } from '../../model/planned-file.ts';

const NAMES = ['next.config.ts', 'next.config.mts', 'next.config.mjs', 'next.config.js', 'next.config.cjs'];

export interface NextConfig {
  /** From the workspace's root; absent where the app has none. */
  readonly path?: string;
  readonly text: string;
  /** What `output` says: `standalone`, `export`. */
  readonly output?: string;
}

export function readNextConfig(app: App): NextConfig {
  const name = NAMES.find((one) => app.fs.kind(pathIn(app, one)) === 'file');
  if (name === undefined) return { text: '' };
  const path = pathIn(app, name);
  const text = app.fs.read(path) ?? '';
  return { path, text, output: /^[^\n]{0,400}?\boutput\s*:\s*['"`](\w+)['"`]/m.exec(text)?.[1] };
}

/** Where the object of the configuration opens, in the forms that Next.js itself writes. */
const OPENS = /(?:\bnextConfig\b[^=\n{}]{0,80}=\s*|\bmodule\.exports\s*=\s*|\bexport default\s*)\{/;

/** The configuration with `output: 'standalone'`; undefined where it is written in a way that is better left to people. */
export function withStandalone(app: App, { path, text, output }: NextConfig): PlannedFile | undefined {
  if (output !== undefined) return undefined;
  if (path === undefined)
    return { path: pathIn(app, 'next.config.mjs'), text: "export default {\n  output: 'standalone',\n};\n" };
  const opens = OPENS.exec(text);
  if (!opens || /\boutput\s*[:,}]/.test(text)) return undefined;
  const at = opens.index + opens[0].length;
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const rest = text.slice(at);
  const empty = /^\s*\}/.test(rest);
  const inserted = `${line}  output: 'standalone',${empty ? `${line}}` : ''}`;
  return { path, text: text.slice(0, at) + inserted + (empty ? rest.replace(/^\s*\}/, '') : rest), edited: true };
}
