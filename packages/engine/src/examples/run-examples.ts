import type { BadExample, PolicyDocument } from '@dockwarden-internal/policy';
import { offeredFixes, withoutOverlap } from '../fix/choose-fixes.ts';
import { brokenPaths } from '../fix/fix-verdict.ts';
import { applyAll } from './apply-all.ts';
import {
  describeExpected,
  describeFinding,
  type ExampleFailure,
  failure,
  isExpected,
  type Named,
} from './example-failure.ts';
import { type ExampleOutcome, type ExampleTools, lintExample } from './lint-example.ts';

/** Runs a policy's own examples: good ones give no finding of it, bad ones exactly those that are named. */
export function runExamples(document: PolicyDocument, tools: ExampleTools, stopAtFirst = false): ExampleFailure[] {
  const { good = [], bad = [] } = document.examples ?? {};
  const runs = [
    ...good.map((each, index) => () => {
      const outcome = lintExample(document, typeof each === 'string' ? { code: each } : each, tools);
      return runGood({ document, name: `good ${index + 1}` }, outcome);
    }),
    ...bad.map((each, index) => () => runBad({ document, name: `bad ${index + 1}` }, each, tools)),
  ];
  const failures: ExampleFailure[] = [];
  for (const run of runs) {
    failures.push(...run());
    if (stopAtFirst && failures.length > 0) break;
  }
  return failures;
}

function runGood(named: Named, { findings, faults }: ExampleOutcome): ExampleFailure[] {
  return [
    ...faults.map((fault) => failure(named, 'broken', fault)),
    ...findings.map((finding) => failure(named, 'noisy', `reports ${describeFinding(finding)}`)),
  ];
}

function runBad(named: Named, bad: BadExample, tools: ExampleTools): ExampleFailure[] {
  const outcome = lintExample(named.document, bad, tools);
  const failures = outcome.faults.map((fault) => failure(named, 'broken', fault));
  const left = [...outcome.findings];
  const there = left.map(describeFinding).join('; ') || 'none';
  for (const wanted of bad.expect ?? [bad]) {
    const index = left.findIndex((finding) => isExpected(finding, wanted, named.document));
    if (index >= 0) left.splice(index, 1);
    else failures.push(failure(named, 'missing', `no finding ${describeExpected(wanted)}; there are: ${there}`));
  }
  for (const finding of left) failures.push(failure(named, 'noisy', `reports ${describeFinding(finding)} besides`));
  return bad.fixed === undefined || failures.length > 0 ? failures : runFixed(named, bad, bad.fixed, outcome, tools);
}

/** `fixed` is the text after one pass of this policy's fixes, unsafe ones included, and must itself be clean of the check. */
function runFixed(
  named: Named,
  bad: BadExample,
  fixed: NonNullable<BadExample['fixed']>,
  { findings, files, refused }: ExampleOutcome,
  tools: ExampleTools,
): ExampleFailure[] {
  const { edits, taken } = withoutOverlap(offeredFixes(findings, true));
  const after = applyAll(files, edits);
  const wanted = typeof fixed === 'string' ? { [Object.keys(files)[0] ?? 'Dockerfile']: fixed } : fixed;
  const [different] = Object.keys(wanted).filter((path) => after[path] !== wanted[path]);
  if (different !== undefined) {
    const texts = `${JSON.stringify(after[different])}, not ${JSON.stringify(wanted[different])}`;
    return [failure(named, 'fixed', `${different} becomes ${texts}`)];
  }
  const again = lintExample(named.document, { ...bad, files: after, code: undefined }, tools);
  const [broken] = brokenPaths(refused, again.refused);
  if (broken !== undefined) return [failure(named, 'fixed', `the fix breaks ${broken}: a parser refuses it`)];
  const mended = new Set(taken.map(({ finding }) => finding.id));
  return again.findings
    .filter((finding) => mended.has(finding.id))
    .map((finding) => failure(named, 'fixed', `the fixed text still has ${describeFinding(finding)}`));
}
