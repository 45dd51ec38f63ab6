import type { ExpectedFinding, PolicyDocument } from '@dockwarden-internal/policy';
import { positionAt, textAt } from '@dockwarden-internal/syntax';
import type { Finding } from '../finding.ts';

/**
 * An example that does not hold: `noisy`, where a finding should not be; `missing`, where one should; `fixed`, where the fix
 * differs; `broken`, where the example itself cannot be what is meant.
 */
export interface ExampleFailure {
  readonly policy: string;
  /** `good 1`, `bad 3`: counted from 1. */
  readonly example: string;
  readonly kind: 'noisy' | 'missing' | 'fixed' | 'broken';
  readonly message: string;
}

/** One example of a policy, by name. */
export interface Named {
  readonly document: PolicyDocument;
  readonly name: string;
}

export function failure({ document, name }: Named, kind: ExampleFailure['kind'], message: string): ExampleFailure {
  return { policy: document.id, example: name, kind, message };
}

export function isExpected(finding: Finding, wanted: ExpectedFinding, { id }: PolicyDocument): boolean {
  if (wanted.check !== undefined && finding.id !== `${id}/${wanted.check}`) return false;
  if (wanted.at !== undefined && textAt(finding.place).trimEnd() !== wanted.at.trimEnd()) return false;
  if (wanted.line !== undefined && lineOf(finding) !== wanted.line) return false;
  return wanted.message === undefined || finding.message === wanted.message;
}

export function describeFinding(finding: Finding): string {
  const { id, place, message } = finding;
  return `${id} at ${JSON.stringify(textAt(place))} (${place.source.path}:${lineOf(finding)}: ${message})`;
}

export function describeExpected({ check, at, line, message }: ExpectedFinding): string {
  const parts = [
    check && `of ${check}`,
    at !== undefined && `at ${JSON.stringify(at)}`,
    line && `on line ${line}`,
    message && `saying ${JSON.stringify(message)}`,
  ];
  return parts.filter(Boolean).join(' ') || 'of the policy';
}

function lineOf({ place }: Finding): number {
  return positionAt(place.source, place.span.start).line;
}
