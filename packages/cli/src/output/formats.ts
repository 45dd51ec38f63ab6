import { suggest } from '@dockwarden-internal/syntax';

/** A report that was asked for. */
export interface Output<Name extends string> {
  readonly format: Name;
  /** Absent: standard output. */
  readonly file?: string;
}

/** Reads `NAME[=FILE]`, a name being one of these; the first where none is given. At most one may go to standard output. */
export function readFormats<Name extends string>(
  words: readonly string[],
  names: readonly [Name, ...Name[]],
): { readonly outputs: readonly Output<Name>[] } | { readonly fault: string } {
  if (words.length === 0) return { outputs: [{ format: names[0] }] };
  const outputs: Output<Name>[] = [];
  for (const word of words) {
    const [given = '', ...rest] = word.split('=');
    const file = rest.length > 0 ? rest.join('=') : undefined;
    const format = names.find((name) => name === given);
    if (format === undefined) {
      const near = suggest(given, names);
      return {
        fault: `there is no format ${JSON.stringify(given)}${near ? `: did you mean ${near}?` : `; formats are ${names.join(', ')}`}`,
      };
    }
    if (file === '') return { fault: `--format ${given}= names no file` };
    if (file === '-')
      return {
        fault: `--format ${given}=- names no file: leave out =- for standard output`,
      };
    outputs.push({ format, ...(file !== undefined && { file }) });
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice !== undefined) return { fault: `two formats cannot go to one file, ${twice}` };
  if (outputs.filter((output) => output.file === undefined).length > 1)
    return { fault: 'only one format can go to standard output; give the others a file: --format json=lint.json' };
  return { outputs };
}
