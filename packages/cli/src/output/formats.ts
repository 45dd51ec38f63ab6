import { suggest } from '@dockwarden-internal/syntax';

export const formatNames = ['pretty', 'json', 'sarif', 'github'] as const;
export type FormatName = (typeof formatNames)[number];

const later: ReadonlySet<string> = new Set(['gitlab', 'junit', 'markdown', 'html']);

export interface Output {
  readonly format: FormatName;
  /** Absent: standard output. */
  readonly file?: string;
}

/** Reads `NAME[=FILE]`; at most one may go to standard output. */
export function readFormats(
  words: readonly string[],
): { readonly outputs: readonly Output[] } | { readonly fault: string } {
  if (words.length === 0) return { outputs: [{ format: 'pretty' }] };
  const outputs: Output[] = [];
  for (const word of words) {
    const [name = '', ...rest] = word.split('=');
    const file = rest.length > 0 ? rest.join('=') : undefined;
    if (later.has(name)) return { fault: `the format ${name} is not there yet: it comes with a later version` };
    if (!(formatNames as readonly string[]).includes(name)) {
      const near = suggest(name, formatNames);
      return {
        fault: `there is no format ${JSON.stringify(name)}${near ? `: did you mean ${near}?` : `; formats are ${formatNames.join(', ')}`}`,
      };
    }
    if (file === '') return { fault: `--format ${name}= names no file` };
    outputs.push({ format: name as FormatName, ...(file !== undefined && { file }) });
  }
  if (outputs.filter((output) => output.file === undefined).length > 1)
    return { fault: 'only one format can go to standard output; give the others a file: --format json=lint.json' };
  return { outputs };
}
