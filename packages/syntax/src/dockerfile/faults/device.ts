import type { CsvField } from '../csv-fields.ts';
import { shown } from '../shown.ts';
import { goBoolean } from './go-values.ts';
import type { Report } from './report.ts';

/** Source: ParseDevice in moby/buildkit frontend/dockerfile/instructions/commands_rundevice.go. */
export function checkDevice(fields: readonly CsvField[], report: Report): void {
  let named = false;
  for (const { name, value, text, span } of fields) {
    if (name === 'required') {
      if (value === undefined || goBoolean(value) !== undefined) continue;
      report('syntax/flag-value', `required is true or false, not ${JSON.stringify(shown(value))}`, span);
    } else if (named) {
      report('syntax/flag-value', `--device names one device; ${shown(text)} is one more`, span);
    } else if (name !== 'name' || value !== '') named = text !== '';
  }
}
