import { at, readJson, textAt } from '../docker/json.ts';
import { findingOf, MOST_FINDINGS } from './finding-of.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { ScanSubject } from './scanner.ts';
import type { ScanSeverity } from './severity.ts';

/** hadolint knows how sure it is of a rule, and not how bad a breach would be: nothing of it is critical. */
const SEVERITIES: Readonly<Record<string, ScanSeverity>> = {
  error: 'high',
  warning: 'medium',
  info: 'low',
  style: 'low',
};

/** The list of `hadolint --format json`. Source: hadolint/hadolint, src/Hadolint/Formatter/Json.hs. */
export function readHadolint(output: string, { name: file }: ScanSubject): readonly ScanFinding[] | undefined {
  const list = readJson(output);
  if (!Array.isArray(list)) return undefined;
  return list.slice(0, MOST_FINDINGS).flatMap((entry: unknown) => {
    const id = textAt(entry, 'code');
    const level = textAt(entry, 'level') ?? '';
    return (
      findingOf({
        scanner: 'hadolint',
        kind: 'lint',
        id,
        severity: Object.hasOwn(SEVERITIES, level) ? SEVERITIES[level]! : 'unknown',
        title: textAt(entry, 'message'),
        url: id === undefined ? undefined : pageOf(id),
        file,
        line: at(entry, 'line'),
      }) ?? []
    );
  });
}

/** Rules of hadolint have pages of their own; `SC…` are ShellCheck's. */
function pageOf(id: string): string | undefined {
  if (/^DL\d{4}$/.test(id)) return `https://github.com/hadolint/hadolint/wiki/${id}`;
  return /^SC\d{4}$/.test(id) ? `https://www.shellcheck.net/wiki/${id}` : undefined;
}
