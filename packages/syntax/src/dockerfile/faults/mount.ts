import type { CsvField } from '../csv-fields.ts';
import { shown } from '../shown.ts';
import type { FlagNode } from '../tree.ts';
import type { Report } from './report.ts';

/** Source: parseMount in moby/buildkit frontend/dockerfile/instructions/commands_runmount.go. */
export function checkMount(_flag: FlagNode, fields: readonly CsvField[], _escapeChar: string, report: Report): void {
  for (const { name, value, span } of fields) {
    const dollar = name === 'from' && value !== undefined ? value.indexOf('$') : -1;
    if (dollar < 0 || dollar === value!.length - 1) continue;
    const message = `from= of --mount takes no variables: name a stage, as in FROM ${shown(value!)} AS name, and write from=name`;
    report('syntax/mount', message, span);
  }
}
