import {
  buildWorld,
  type CheckSchema,
  candidateKind,
  type ParseYaml,
  vocabulary,
  type WorkspaceModel,
} from '@dockwarden-internal/facts';
import {
  type BadExample,
  type CompiledCheck,
  type CompilePattern,
  type ConditionDocument,
  compilePolicy,
  type ExampleSetting,
  type ExpectedFinding,
  type PolicyDocument,
} from '@dockwarden-internal/policy';
import { positionAt, textAt } from '@dockwarden-internal/syntax';
import { applyAll } from './apply-all.ts';
import { indexChecks } from './check-index.ts';
import { offeredFixes, withoutOverlap } from './choose-fixes.ts';
import type { Finding } from './finding.ts';
import { inOrder } from './in-order.ts';
import { lintWorld } from './lint-world.ts';
import { memoryFiles } from './memory-files.ts';

/** An example that does not hold: `noisy`, where a finding should not be; `missing`, where one should; `fixed`, where the fix differs. */
export interface ExampleFailure {
  readonly policy: string;
  /** `good 1`, `bad 3`: counted from 1. */
  readonly example: string;
  readonly kind: 'noisy' | 'missing' | 'fixed' | 'broken';
  readonly message: string;
}

export interface ExampleTools {
  readonly parseYaml: ParseYaml;
  readonly checkSchema?: CheckSchema;
  readonly compilePattern: CompilePattern;
  readonly sharedTerms?: Readonly<Record<string, ConditionDocument>>;
}

/** Runs a policy's own examples: good ones give no finding of it, bad ones exactly those that are named. */
export function runExamples(document: PolicyDocument, tools: ExampleTools, stopAtFirst = false): ExampleFailure[] {
  const failures: ExampleFailure[] = [];
  const { good = [], bad = [] } = document.examples ?? {};
  for (const [index, each] of good.entries()) {
    const setting = typeof each === 'string' ? { code: each } : each;
    const outcome = lintExample(document, setting, tools);
    failures.push(
      ...outcome.findings.map((finding) =>
        failure(document, `good ${index + 1}`, 'noisy', `reports ${describe(finding)}`),
      ),
    );
    if (stopAtFirst && failures.length > 0) return failures;
  }
  for (const [index, each] of bad.entries()) {
    failures.push(...runBad(document, each, `bad ${index + 1}`, tools));
    if (stopAtFirst && failures.length > 0) return failures;
  }
  return failures;
}

function runBad(document: PolicyDocument, bad: BadExample, name: string, tools: ExampleTools): ExampleFailure[] {
  const { findings, files } = lintExample(document, bad, tools);
  const failures: ExampleFailure[] = [];
  const left = [...findings];
  for (const wanted of bad.expect ?? [bad]) {
    const index = left.findIndex((finding) => isExpected(finding, wanted, document));
    if (index < 0)
      failures.push(
        failure(
          document,
          name,
          'missing',
          `no finding ${describeExpected(wanted)}; there are: ${findings.map(describe).join('; ') || 'none'}`,
        ),
      );
    else left.splice(index, 1);
  }
  failures.push(...left.map((finding) => failure(document, name, 'noisy', `reports ${describe(finding)} besides`)));
  if (bad.fixed !== undefined && failures.length === 0)
    failures.push(...runFixed(document, bad, findings, files, name, tools));
  return failures;
}

/** `fixed` is the text after one pass of this policy's fixes, unsafe ones included, and must itself be clean of the check. */
function runFixed(
  document: PolicyDocument,
  bad: BadExample,
  findings: readonly Finding[],
  files: Readonly<Record<string, string>>,
  name: string,
  tools: ExampleTools,
): ExampleFailure[] {
  const fixes = offeredFixes(findings, true);
  const after = applyAll(files, withoutOverlap(fixes).edits);
  const wanted =
    typeof bad.fixed === 'string' ? { [Object.keys(files)[0] ?? 'Dockerfile']: bad.fixed } : (bad.fixed ?? {});
  for (const [path, text] of Object.entries(wanted)) {
    if (after[path] !== text)
      return [
        failure(document, name, 'fixed', `${path} becomes ${JSON.stringify(after[path])}, not ${JSON.stringify(text)}`),
      ];
  }
  const again = lintExample(document, { ...bad, files: after, code: undefined }, tools).findings;
  const mended = new Set(fixes.map(({ finding }) => finding.id));
  return again
    .filter((finding) => mended.has(finding.id))
    .map((finding) => failure(document, name, 'fixed', `the fixed text still has ${describe(finding)}`));
}

interface ExampleOutcome {
  readonly findings: readonly Finding[];
  readonly files: Readonly<Record<string, string>>;
}

function lintExample(document: PolicyDocument, setting: ExampleSetting, tools: ExampleTools): ExampleOutcome {
  const files = setting.files ?? { Dockerfile: setting.code ?? '' };
  const world = buildWorld({
    fs: memoryFiles(files),
    workspace: workspaceOf(setting, files),
    settings: (setting.config ?? {}) as object,
    files: Object.keys(files).flatMap((path) => {
      const kind = candidateKind(path);
      return kind ? [{ path, kind }] : [];
    }),
    parseYaml: tools.parseYaml,
    ...(tools.checkSchema && { checkSchema: tools.checkSchema }),
  });
  const index = indexChecks(compileFor(document, setting, tools));
  const findings = lintWorld({ world, checksFor: () => index, today: '2026-01-01' });
  return { findings: inOrder(findings.filter((finding) => finding.policy === document.id)), files };
}

function compileFor(document: PolicyDocument, setting: ExampleSetting, tools: ExampleTools): CompiledCheck[] {
  return compilePolicy({
    document,
    vocabulary,
    compilePattern: tools.compilePattern,
    ...(tools.sharedTerms && { sharedTerms: tools.sharedTerms }),
    settings: {
      ...(setting.params && { params: setting.params }),
      ...(setting.config?.['unknown'] === 'report' && { unknown: 'report' as const }),
    },
    report: () => undefined,
  });
}

/** The example's folder as one project, or what its `workspace` says. */
function workspaceOf(setting: ExampleSetting, files: Readonly<Record<string, string>>): WorkspaceModel {
  const config = setting.config?.['workspace'] as WorkspaceModel | undefined;
  if (config) return config;
  const manifests = Object.keys(files).filter((path) =>
    /^(package\.json|pyproject\.toml|go\.mod|pom\.xml)$/.test(path),
  );
  const project = {
    name: 'app',
    root: '.',
    tags: [],
    manifests,
    lockfiles: [],
    dependencies: [],
    closure: [],
    ...setting.project,
  };
  return { tool: 'folder', projects: [project] } as unknown as WorkspaceModel;
}

function isExpected(finding: Finding, wanted: ExpectedFinding, document: PolicyDocument): boolean {
  if (wanted.check !== undefined && finding.id !== `${document.id}/${wanted.check}`) return false;
  if (wanted.at !== undefined && textAt(finding.place).trimEnd() !== wanted.at.trimEnd()) return false;
  if (wanted.line !== undefined && positionAt(finding.place.source, finding.place.span.start).line !== wanted.line)
    return false;
  return wanted.message === undefined || finding.message === wanted.message;
}

function describe(finding: Finding): string {
  const { line } = positionAt(finding.place.source, finding.place.span.start);
  return `${finding.id} at ${JSON.stringify(textAt(finding.place))} (${finding.place.source.path}:${line}: ${finding.message})`;
}

function describeExpected({ check, at, line, message }: ExpectedFinding): string {
  const parts = [
    check && `of ${check}`,
    at !== undefined && `at ${JSON.stringify(at)}`,
    line && `on line ${line}`,
    message && `saying ${JSON.stringify(message)}`,
  ];
  return parts.filter(Boolean).join(' ') || 'of the policy';
}

function failure(
  document: PolicyDocument,
  example: string,
  kind: ExampleFailure['kind'],
  message: string,
): ExampleFailure {
  return { policy: document.id, example, kind, message };
}
