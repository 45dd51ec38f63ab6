import type { XmlElement } from './xml.ts';

/** How one test ended: exactly one of the four that readers of JUnit's format tell apart. */
export type TestEnd =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failure' | 'error'; readonly type: string; readonly message: string; readonly text: string }
  | { readonly kind: 'skipped'; readonly message: string };

export interface TestCase {
  /** The file. */
  readonly file: string;
  /** Unique in its file: GitLab takes two tests of one name for one. */
  readonly name: string;
  readonly end: TestEnd;
}

export function caseElement({ file, name, end }: TestCase): XmlElement {
  const outcome: XmlElement[] = [];
  if (end.kind === 'skipped') outcome.push({ name: 'skipped', attributes: { message: end.message } });
  else if (end.kind !== 'passed') {
    const { kind, type, message, text } = end;
    outcome.push({ name: kind, attributes: { message, type }, content: text });
  }
  return { name: 'testcase', attributes: { name, classname: file, time: 0 }, content: outcome };
}

/** How many tests there are and how many of them did not pass, as attributes of a suite or of all. */
export function counts(cases: readonly TestCase[]): Record<string, number> {
  return { tests: cases.length, failures: ended(cases, 'failure'), errors: ended(cases, 'error') };
}

export function ended(cases: readonly TestCase[], kind: TestEnd['kind']): number {
  return cases.filter(({ end }) => end.kind === kind).length;
}
