import {
  buildWorld,
  type ComposeFile,
  candidates,
  faultCounts,
  vocabulary,
  type WorkspaceModel,
  type WorldInput,
} from '@dockwarden-internal/facts';
import {
  type CompilePattern,
  type ConditionDocument,
  type ExampleSetting,
  type PlannedCheck,
  type PolicyDocument,
  planPolicy,
} from '@dockwarden-internal/policy';
import { positionAt } from '@dockwarden-internal/syntax';
import { indexChecks } from '../check-index.ts';
import type { Finding } from '../finding.ts';
import { inOrder } from '../in-order.ts';
import { lintBuilt } from '../lint-built.ts';
import { lintWorld } from '../lint-world.ts';
import { builtExample } from './built-example.ts';
import { memoryFiles } from './memory-files.ts';

export interface ExampleTools extends Required<Pick<WorldInput, 'parseYaml'>>, Pick<WorldInput, 'checkSchema'> {
  readonly compilePattern: CompilePattern;
  readonly sharedTerms?: Readonly<Record<string, ConditionDocument>>;
}

export interface ExampleOutcome {
  /** Of this policy alone, in order. */
  readonly findings: readonly Finding[];
  readonly files: Readonly<Record<string, string>>;
  /** Why the example says nothing, such as a parameter that the policy does not have. */
  readonly faults: readonly string[];
  /** How much of each file a parser refuses. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Lints an example's files by its policy alone. */
export function lintExample(document: PolicyDocument, setting: ExampleSetting, tools: ExampleTools): ExampleOutcome {
  const texts = setting.files ?? { Dockerfile: setting.code ?? '' };
  const files = candidates(Object.keys(texts));
  const faults = files.length > 0 ? [] : ['none of its files is a Dockerfile or a Compose file by its name'];
  const world = buildWorld({
    fs: memoryFiles(texts),
    workspace: workspaceOf(setting, texts),
    settings: setting.config ?? {},
    files,
    parseYaml: tools.parseYaml,
    ...(tools.checkSchema && { checkSchema: tools.checkSchema }),
    ...(setting.built && { builds: [builtExample(setting.built)] }),
  });
  if (document.on !== 'fault') faults.push(...world.composeFiles.flatMap(brokenYaml));
  const index = indexChecks(compileFor(document, setting, tools, faults));
  const run = { world, checksFor: () => index, today: '2026-01-01' };
  const findings = setting.built ? lintBuilt(run) : lintWorld(run);
  return {
    findings: inOrder(findings.filter((finding) => finding.policy === document.id)),
    files: texts,
    faults,
    refused: faultCounts(world, Object.keys(texts)),
  };
}

/** Of what is no YAML little is seen: a policy that finds nothing in it proves nothing. */
function brokenYaml({ source, tree }: ComposeFile): string[] {
  return tree.faults.map(({ span, message }) => `${source.path}:${positionAt(source, span.start).line}: ${message}`);
}

function compileFor(
  document: PolicyDocument,
  { params, config }: ExampleSetting,
  { compilePattern, sharedTerms }: ExampleTools,
  faults: string[],
): PlannedCheck[] {
  return planPolicy({
    // What it says does not depend on whether it fails builds yet.
    document: document.status === 'preview' ? { ...document, status: 'stable' } : document,
    vocabulary,
    compilePattern,
    ...(sharedTerms && { sharedTerms }),
    settings: { ...(params && { params }), ...(config?.unknown === 'report' && { unknown: 'report' as const }) },
    report: ({ code, message, hint }) => {
      if (code === 'config/param') faults.push(hint ? `${message} (${hint})` : message);
    },
  });
}

/** The example's folder as one project, or what its `workspace` says. */
function workspaceOf({ config, project }: ExampleSetting, files: Readonly<Record<string, string>>): WorkspaceModel {
  const { workspace } = config ?? {};
  const manifests = Object.keys(files).filter((path) =>
    /^(package\.json|pyproject\.toml|go\.mod|pom\.xml)$/.test(path),
  );
  const empty = { tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] };
  return {
    root: '/workspace',
    tool: 'folder',
    ...workspace,
    projects: workspace
      ? workspace.projects.map((each) => ({ ...empty, ...each }))
      : [{ ...empty, name: 'app', root: '.', manifests, ...project }],
  };
}
