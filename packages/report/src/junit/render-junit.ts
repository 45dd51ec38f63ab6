import type { Finding, LintReport } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import { masksOf } from '../masks.ts';
import { groupLines, positionText } from '../pretty/finding-group.ts';
import type { PrettyContext } from '../pretty/pretty-context.ts';
import { problemLines } from '../pretty/problems.ts';
import { stylesFor } from '../pretty/styles.ts';
import type { RenderContext } from '../render-context.ts';
import { oneLine } from '../text/visible.ts';
import { caseElement, counts, ended, type TestCase } from './test-case.ts';
import { xmlDocument } from './xml.ts';

export interface JunitContext extends Pick<RenderContext, 'pathOf'> {
  /** Paths of all files that were looked at, so that those without findings are there as tests that pass. */
  readonly files: readonly string[];
}

const width = 100;

/**
 * The report as JUnit's XML, as Jenkins, GitLab and actions of GitHub read it. A suite per file and a test per finding: what is found
 * has failed, what is suppressed is skipped, what could not be looked at is an error, and a file without any of these is one test that
 * passes. A test per file and policy would tell nothing more and take a hundred lines for each file.
 */
export function renderJunit(report: LintReport, { pathOf, files }: JunitContext): string {
  const policies = new Map(report.policies.map((policy) => [policy.id, policy]));
  const context: PrettyContext = {
    pathOf,
    masks: masksOf(report),
    styles: stylesFor(false),
    width,
    verbose: true,
    policies,
  };
  const suites = new Map<string, TestCase[]>(files.map((path) => [pathOf(path), []]));
  for (const test of [
    ...report.findings.map((finding) => findingCase(finding, context)),
    ...report.diagnostics.map((diagnostic) => problemCase(diagnostic, context)),
  ]) {
    const cases = suites.get(test.file) ?? [];
    suites.set(test.file, cases);
    cases.push(test);
  }
  const filled = [...suites]
    .sort(([one], [other]) => byCodeUnits(one, other))
    .map(([file, cases]) => [file, cases.length > 0 ? named(cases) : [passed(file)]] as const);
  return xmlDocument({
    name: 'testsuites',
    attributes: { name: 'dockwarden', ...counts(filled.flatMap(([, cases]) => cases)), time: 0 },
    content: filled.map(([file, cases]) => ({
      name: 'testsuite',
      attributes: { name: file, file, ...counts(cases), skipped: ended(cases, 'skipped'), time: 0 },
      content: cases.map(caseElement),
    })),
  });
}

function findingCase(finding: Finding, context: PrettyContext): TestCase {
  const { id, severity, suppressed, place } = finding;
  const message = oneLine(context.masks.messageOf(finding));
  const test = { file: context.pathOf(place.source.path), name: `${id}: ${message}` };
  if (suppressed) {
    const reason = oneLine(context.masks.hideFor(finding, suppressed.reason));
    return { ...test, end: { kind: 'skipped', message: reason ? `${suppressed.kind}: ${reason}` : suppressed.kind } };
  }
  const positions = positionText(finding).length;
  const lines = groupLines([finding], { positions, explain: true }, context);
  return { ...test, end: { kind: 'failure', type: severity, message, text: block(test.file, lines) } };
}

function problemCase(diagnostic: Diagnostic, context: PrettyContext): TestCase {
  const { code, place, path } = diagnostic;
  const message = oneLine(diagnosticText(diagnostic, context.masks).message);
  const file = context.pathOf(place?.source.path ?? path ?? '.');
  const lines = problemLines([diagnostic], context).slice(2);
  return { file, name: `${code}: ${message}`, end: { kind: 'error', type: code, message, text: block(file, lines) } };
}

function block(file: string, lines: readonly string[]): string {
  return `\n${[oneLine(file), ...lines].join('\n')}\n`;
}

function passed(file: string): TestCase {
  return { file, name: 'nothing to report', end: { kind: 'passed' } };
}

/** Numbers what would have the same name. */
function named(cases: readonly TestCase[]): readonly TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((test) => {
    const count = (seen.get(test.name) ?? 0) + 1;
    seen.set(test.name, count);
    return count === 1 ? test : { ...test, name: `${test.name} (${count})` };
  });
}
