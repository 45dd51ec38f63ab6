import { readCsv } from '../csv-fields.ts';
import { shown } from '../shown.ts';
import type { FlagNode } from '../tree.ts';
import { checkDevice } from './device.ts';
import { checkMount } from './mount.ts';
import type { Check, Report } from './report.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--network': ['default', 'none', 'host'],
  '--security': ['sandbox', 'insecure'],
};

/** Source: commands_run*.go in moby/buildkit frontend/dockerfile/instructions. */
export const checkRun: Check = (node, { escapeChar, report }) => {
  for (const flag of node.flags) {
    if (flag.value === undefined) continue;
    const values = Object.hasOwn(VALUES, flag.name) ? VALUES[flag.name]! : undefined;
    if (values) checkChoice(flag, values, report);
    else if (flag.name === '--mount' || flag.name === '--device') checkCsv(flag, escapeChar, report);
  }
};

function checkChoice({ name, value, span, valueSpan }: FlagNode, values: readonly string[], report: Report): void {
  if (values.includes(value!)) return;
  report(
    'syntax/flag-value',
    `${name} is ${values.join(' or ')}, not ${JSON.stringify(shown(value!))}`,
    valueSpan ?? span,
  );
}

function checkCsv(flag: FlagNode, escapeChar: string, report: Report): void {
  const { fields, failure } = readCsv(flag);
  if (failure) {
    report(
      'syntax/flag-value',
      `${flag.name} takes fields with commas between them, but ${failure}`,
      flag.valueSpan ?? flag.span,
    );
  } else if (flag.name === '--mount') checkMount(flag, fields, escapeChar, report);
  else checkDevice(fields, report);
}
