import { buildWorld, candidates, vocabulary, type WorkspaceModel } from '@dockwarden-internal/facts';
import { type PlannedCheck, type PolicyDocument, planPolicy, platformPattern } from '@dockwarden-internal/policy';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { indexChecks } from '../check-index.ts';
import { memoryFiles } from '../examples/memory-files.ts';
import type { Finding } from '../finding.ts';
import { inOrder } from '../in-order.ts';
import type { KnownNames } from '../known-names.ts';
import { lintWorld } from '../lint-world.ts';
import type { Waivers } from '../waivers/waivers.ts';

export interface LintFilesOptions {
  readonly today?: string;
  readonly locked?: readonly string[];
  readonly paths?: readonly string[];
  readonly workspace?: Partial<WorkspaceModel>;
  readonly waivers?: Waivers;
  readonly owners?: Parameters<typeof lintWorld>[0]['owners'];
  readonly joined?: Parameters<typeof lintWorld>[0]['joined'];
  readonly progress?: (done: number, total: number) => void;
  readonly names?: KnownNames;
}

/** A policy for a test: what it leaves out is filled in. */
export type TestPolicy = Partial<PolicyDocument> & Pick<PolicyDocument, 'id' | 'on'>;

export function checksOfPolicies(policies: readonly TestPolicy[]): PlannedCheck[] {
  return policies.flatMap((policy) =>
    planPolicy({
      document: {
        dockwarden: 'policy/v1',
        title: 'A promise',
        category: 'style',
        severity: 'warning',
        why: 'Because.',
        ...policy,
      },
      vocabulary,
      compilePattern: platformPattern,
      report: ({ message, hint }) => {
        throw new Error(`${policy.id}: ${message} (${hint})`);
      },
    }),
  );
}

/** Lints texts by path, as one run does. */
export function lintFiles(
  files: string | Readonly<Record<string, string>>,
  policies: readonly TestPolicy[],
  {
    today = '2026-01-01',
    locked = [],
    paths,
    workspace,
    progress,
    joined,
    waivers,
    owners,
    names,
  }: LintFilesOptions = {},
): Finding[] {
  const texts = typeof files === 'string' ? { Dockerfile: files } : files;
  const world = buildWorld({
    fs: memoryFiles(texts),
    workspace: { root: '/workspace', tool: 'folder', projects: [], ...workspace },
    settings: {},
    files: candidates(Object.keys(texts)),
    parseYaml,
  });
  const index = indexChecks(checksOfPolicies(policies));
  return inOrder(
    lintWorld({
      world,
      checksFor: () => index,
      today,
      locked: new Set(locked.map((id) => id.toLowerCase())),
      ...(paths && { paths: new Set(paths) }),
      ...(progress && { progress }),
      names,
      ...(joined && { joined }),
      ...(waivers && { waivers }),
      ...(owners && { owners }),
    }),
  );
}
