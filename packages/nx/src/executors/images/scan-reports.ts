import { resolve } from 'node:path';
import { reasonOf } from '@dockwarden-internal/run/files/reason-of';
import { writeReportFile } from '@dockwarden-internal/run/files/write-report-file';

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
    if (at === word.length - 1) return { fault: `format is ${JSON.stringify(word)}; name a file after the =.` };
    const file = word.slice(at + 1).replaceAll('{projectName}', project);
    reports.push(at < 0 ? { format } : { format, file });
  }
  return { reports: reports.some(({ file }) => file === undefined) ? reports : [{ format: 'pretty' }, ...reports] };
}

/** Whole or not at all; what went wrong, in a sentence. */
export function writeReport(root: string, file: string, text: string): string | undefined {
  try {
    writeReportFile(resolve(root, file), [text]);
    return undefined;
  } catch (error) {
    return `${file} cannot be written: ${reasonOf(error)}`;
  }
}
