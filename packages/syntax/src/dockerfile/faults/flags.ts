import { suggest } from '../../text/suggest.ts';
import { shown } from '../shown.ts';
import type { FlagNode, InstructionNode } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { FLAGS, type FlagKind } from './flag-table.ts';
import { type Check, type Report, title } from './report.ts';

const NO_FLAGS = {};

/** BuildKit looks at no flags here, and so takes any. */
function looksAtFlags(node: InstructionNode): boolean {
  if (node.keyword === 'arg' || node.keyword === 'stopsignal') return false;
  return node.keyword !== 'healthcheck' || wordsOf(node)[0]?.text.toUpperCase() !== 'NONE';
}

/** Source: `BFlags.Parse` in moby/buildkit frontend/dockerfile/instructions/bflag.go. */
export const checkFlags: Check = (node, { report }) => {
  if (node.flags.length === 0 || !looksAtFlags(node)) return;
  const known: Readonly<Record<string, FlagKind>> = FLAGS[node.keyword] ?? NO_FLAGS;
  const seen = new Set<string>();
  for (const flag of node.flags) {
    const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined;
    if (!kind) {
      report('syntax/unknown-flag', unknownFlag(node, flag, Object.keys(known)), flag.span);
      continue;
    }
    if (seen.has(flag.name) && kind !== 'values') {
      report(
        'syntax/duplicate-flag',
        `${flag.name} stands twice in this ${title(node)}; only one is allowed`,
        flag.span,
      );
    }
    seen.add(flag.name);
    checkValue(flag, kind, report);
  }
};

function unknownFlag(node: InstructionNode, flag: FlagNode, known: readonly string[]): string {
  const near = suggest(flag.name, known);
  const fault = `${shown(flag.name)} is no flag of ${title(node)}`;
  if (near) return `${fault}; ${near} was probably meant`;
  const owners = Object.keys(FLAGS).filter((keyword) => Object.hasOwn(FLAGS[keyword]!, flag.name));
  if (owners.length > 0) return `${fault}, only of ${owners.map((each) => each.toUpperCase()).join(' and ')}`;
  return known.length > 0 ? `${fault}, which has ${known.join(', ')}` : `${fault}, which has none`;
}

function checkValue({ name, value, span }: FlagNode, kind: FlagKind, report: Report): void {
  if (kind !== 'boolean') {
    if (value === undefined)
      report('syntax/flag-value', `${name} takes a value, as in ${name}=value; none is given`, span);
  } else if (value === '') {
    report('syntax/flag-value', `${name}= has no value: write ${name}, ${name}=true or ${name}=false`, span);
  } else if (value !== undefined && !/^(true|false)$/i.test(value)) {
    report('syntax/flag-value', `${name} is true or false, not ${JSON.stringify(shown(value))}`, span);
  }
}
