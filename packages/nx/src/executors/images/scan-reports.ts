import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const FORMATS = ['pretty', 'json', 'sarif'] as const;

/** One format of a scan's report, and the file it goes to instead of the terminal. */
export interface ReportRequest {
  readonly format: (typeof FORMATS)[number];
  readonly file?: string;
}

/** Reads `NAME` and `NAME=FILE`; without any for the terminal, it still gets `pretty`. */
export function reportsOf(
  words: readonly string[],
  project: string,
): { readonly reports: readonly ReportRequest[] } | { readonly fault: string } {
  const reports: ReportRequest[] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    const format = FORMATS.find((name) => name === (at < 0 ? word : word.slice(0, at)));
    if (!format)
      return {
        fault: `format is ${JSON.stringify(word)}; it has to be ${FORMATS.join(', ')}, with =FILE if you like.`,
      };
    const file = word.slice(at + 1).replaceAll('{projectName}', project);
    reports.push(at < 0 ? { format } : { format, file });
  }
  return { reports: reports.some(({ file }) => file === undefined) ? reports : [{ format: 'pretty' }, ...reports] };
}

/** Whole or not at all; what went wrong, in a sentence. */
export function writeReport(root: string, file: string, text: string): string | undefined {
  const path = resolve(root, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
    return undefined;
  } catch (error) {
    return `${file} cannot be written: ${(error as Error).message}`;
  }
}
