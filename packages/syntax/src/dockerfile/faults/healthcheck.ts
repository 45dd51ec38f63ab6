import { suggest } from '../../text/suggest.ts';
import { healthCommandStart } from '../health-command.ts';
import { shown } from '../shown.ts';
import type { FlagNode } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { goDuration, goInt32 } from './go-values.ts';
import type { Check, Report } from './report.ts';

const MILLISECOND = 1e6;

/** Source: parseHealthcheck in moby/buildkit frontend/dockerfile/instructions/parse.go. */
export const checkHealthcheck: Check = (node, { report }) => {
  const [kind, ...rest] = wordsOf(node);
  if (!kind) return;
  const name = kind.text.toUpperCase();
  if (name === 'NONE') {
    if (rest.length > 0) report('syntax/healthcheck', 'HEALTHCHECK NONE takes no arguments', node.argsSpan);
    return;
  }
  if (name !== 'CMD') {
    report('syntax/healthcheck', unknownKind(kind.text), kind.span);
  } else if (node.json ? node.json.length === 0 : healthCommandStart(node) === node.argsEnd) {
    report('syntax/healthcheck', 'HEALTHCHECK CMD needs a command; none is given', kind.span);
  }
  for (const flag of node.flags) checkFlag(flag, report);
};

function unknownKind(word: string): string {
  const near = suggest(word, ['CMD', 'NONE']);
  const fault = `HEALTHCHECK takes CMD and a command, or NONE, not ${shown(word)}`;
  if (near) return `${fault}; ${near} was probably meant`;
  return word.startsWith('-')
    ? `${fault}; a flag begins with two dashes`
    : `${fault}; HEALTHCHECK CMD ${shown(word)} … was probably meant`;
}

function checkFlag({ name, value, span, valueSpan }: FlagNode, report: Report): void {
  if (value === undefined || value === '') return;
  if (name === '--retries') {
    const count = goInt32(value);
    if (count !== undefined && count >= 0) return;
    report('syntax/flag-value', `--retries is a count, as in --retries=3, not ${shown(value)}`, valueSpan ?? span);
  } else if (/^--(interval|timeout|start-period|start-interval)$/.test(name)) {
    const duration = goDuration(value);
    if (duration === undefined) report('syntax/flag-value', badDuration(name, value), valueSpan ?? span);
    else if (duration !== 0 && duration < MILLISECOND) {
      report('syntax/flag-value', `${name} cannot be below 1ms; ${shown(value)} is`, valueSpan ?? span);
    }
  }
}

function badDuration(name: string, value: string): string {
  const fault = `${name} is a duration, as in ${name}=30s, not ${shown(value)}`;
  return /^\d+$/.test(value) ? `${fault}; ${shown(value)}s was probably meant` : fault;
}
