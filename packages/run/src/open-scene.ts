import { posix } from 'node:path';
import type { Finding } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { namedKind, type Workspace } from '@dockwarden-internal/workspace';
import type { TracedFileSystem } from './cache/traced-file-system.ts';
import { readConfig } from './config/read-config.ts';
import type { Group } from './files/groups.ts';
import { stdinPlace } from './files/stdin-file.ts';
import { findTargets } from './files/targets.ts';
import { readGovernance } from './governance/read-governance.ts';
import { readOwners } from './governance/read-owners.ts';
import { findHadolint } from './hadolint/find-hadolint.ts';
import type { LintOptions } from './lint-options.ts';
import { idleSettings, looksAtAll } from './policies/idle-settings.ts';
import { type ResolvedPolicies, resolvePolicies } from './policies/resolve-policies.ts';
import { type Scene, sceneOf } from './scene.ts';
import { findShellcheck } from './shellcheck/find-shellcheck.ts';
import type { JoinedShellcheck } from './shellcheck/open-shellcheck.ts';
import { unknownProjects } from './unknown-projects.ts';

/** A root with all that its files say of how they are to be linted. */
export interface OpenScene {
  readonly scene: Scene;
  readonly policies: ResolvedPolicies;
  /** Whether the configuration could be read. One that cannot says nothing about what is wanted; to guess would be noise. */
  readonly isReadable: boolean;
  /** Findings in the files that were asked for, with changed texts laid over them; those that are waived or known are marked. */
  readonly lint: (texts: ReadonlyMap<string, string>) => readonly Finding[];
  /** What could not be looked at so far, beside files that cannot be read. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Reads configuration, policies, waivers and the baseline of a root. */
export async function openScene(
  workspace: Workspace,
  { paths, foreign }: Group,
  options: LintOptions,
  disk: TracedFileSystem,
  today: string,
): Promise<OpenScene> {
  const { fs } = disk;
  const {
    config,
    placeOf,
    path: configPath,
    diagnostics: configFaults,
  } = await readConfig(disk, options.cwd, options.config);
  const targets = findTargets(workspace, paths, config.exclude ?? [], placeOf);
  const stdin = stdinOf(options, paths);
  const linted = stdin ? [...targets.files, { path: stdin.path, kind: namedKind(stdin.path) }] : targets.files;
  const hadolint = await findHadolint(fs, workspace.listing.files, linted);
  const { readOutside, openOutside } = disk;
  const { cwd, packs } = options;
  const found = { fs, readOutside, openOutside, cwd, config, configPath, placeOf, packs, hadolint };
  const policies = await resolvePolicies(found);
  const shellcheck = await joinedShellcheck(options, workspace.fs.root);
  const { waivers, waiversPath, markKnown, diagnostics } = await readGovernance({ fs, config, placeOf }, options);
  // A change is one of this workspace; what lies in another is linted where it is named.
  const scoped = foreign ? { ...options, affected: undefined } : options;
  const owners = () => readOwners(fs);
  const idle = looksAtAll(workspace, paths, options) ? idleSettings(workspace, policies.config, placeOf) : [];
  const governed = { policies, waivers, owners, idleSettings: idle, today };
  const scene = await sceneOf({ ...governed, targets, shellcheck, options: scoped, stdin });
  return {
    scene,
    policies,
    isReadable: configFaults.length === 0,
    lint: (texts) => {
      const findings = scene.lint(texts, scene.only);
      const asked = stdin ? findings.filter(({ place }) => place.source.path !== waiversPath) : findings;
      return markKnown(asked, policies.locked);
    },
    diagnostics: () => [
      // What is wrong with other files is not the matter of a text that is handed in.
      ...(stdin ? [] : targets.diagnostics),
      ...configFaults,
      ...diagnostics,
      ...(foreign ? [] : unknownProjects(workspace, options)),
      ...policies.diagnostics,
      ...scene.outside(),
      ...(shellcheck?.diagnostics() ?? []),
    ],
  };
}

/** Standard input, by the path from the root that it was given. */
function stdinOf({ cwd, stdin }: LintOptions, paths: Group['paths']): { path: string; text: string } | undefined {
  return stdin && { path: posix.join(paths?.[0] ?? '.', stdinPlace(cwd, stdin.filename).rest), text: stdin.text };
}

/** Most machines have no ShellCheck, and load nothing of what asks it. */
async function joinedShellcheck(
  { searchPath, noCache }: LintOptions,
  root: string,
): Promise<JoinedShellcheck | undefined> {
  const program = findShellcheck(searchPath);
  return program && (await import('./shellcheck/open-shellcheck.ts')).openShellcheck(program, root, noCache);
}
