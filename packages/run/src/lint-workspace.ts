import { posix } from 'node:path';
import { type Finding, fixFiles, type Mended, withBaseline } from '@dockwarden-internal/engine';
import { entryDiagnostic, namedKind, type Workspace } from '@dockwarden-internal/workspace';
import type { tracedFileSystem } from './cache/traced-file-system.ts';
import { readConfig } from './config/read-config.ts';
import type { Group } from './files/groups.ts';
import { stdinPlace } from './files/stdin-file.ts';
import { findTargets } from './files/targets.ts';
import { writeTexts } from './files/write-texts.ts';
import { readBaseline } from './governance/read-baseline.ts';
import { readOwners } from './governance/read-owners.ts';
import { readWaivers } from './governance/read-waivers.ts';
import { findHadolint } from './hadolint/find-hadolint.ts';
import type { GroupOutcome } from './lint-group.ts';
import type { LintOptions } from './lint-options.ts';
import type { ChangedFile } from './lint-outcome.ts';
import { idleSettings, looksAtAll } from './policies/idle-settings.ts';
import { resolvePolicies } from './policies/resolve-policies.ts';
import { type Scene, sceneOf } from './scene.ts';
import { findShellcheck } from './shellcheck/find-shellcheck.ts';
import { unknownProjects } from './unknown-projects.ts';

/** Reads configuration and policies, and lints the files of one root that were asked for. */
export async function lintWorkspace(
  workspace: Workspace,
  { paths, foreign }: Group,
  options: LintOptions,
  disk: ReturnType<typeof tracedFileSystem>,
  today: string,
): Promise<GroupOutcome> {
  const configured = await readConfig(disk, options.cwd, options.config);
  const targets = findTargets(workspace, paths, configured.config.exclude ?? [], configured.placeOf);
  const stdin = options.stdin && {
    path: posix.join(paths?.[0] ?? '.', stdinPlace(options.cwd, options.stdin.filename).rest),
    text: options.stdin.text,
  };
  const handedIn = stdin ? [{ path: stdin.path, kind: namedKind(stdin.path) }] : [];
  const hadolint = await findHadolint(disk.fs, workspace.listing.files, [...targets.files, ...handedIn]);
  const policies = await resolvePolicies({
    fs: disk.fs,
    readOutside: disk.readOutside,
    openOutside: disk.openOutside,
    cwd: options.cwd,
    config: configured.config,
    ...(configured.path !== undefined && { configPath: configured.path }),
    ...(configured.placeOf && { placeOf: configured.placeOf }),
    ...(options.packs && { packs: options.packs }),
    ...(hadolint && { hadolint }),
  });
  const program = findShellcheck(options.searchPath);
  // Most machines have none, and load nothing of what asks it.
  const shellcheck =
    program &&
    (await import('./shellcheck/open-shellcheck.ts')).openShellcheck(program, workspace.fs.root, options.noCache);
  const governed = {
    fs: disk.fs,
    config: configured.config,
    ...(configured.placeOf && { placeOf: configured.placeOf }),
  };
  const waivers = options.noWaivers ? undefined : await readWaivers(governed);
  const baseline = options.noBaseline ? undefined : await readBaseline(governed);
  const scene = await sceneOf({
    targets,
    policies,
    ...(shellcheck && { shellcheck }),
    ...(waivers?.waivers && { waivers: waivers.waivers }),
    owners: () => readOwners(disk.fs),
    idleSettings: looksAtAll(workspace, paths, options)
      ? idleSettings(workspace, policies.config, configured.placeOf)
      : [],
    // A change is one of this workspace; what lies in another is linted where it is named.
    options: foreign ? { ...options, affected: undefined } : options,
    today,
    ...(stdin && { stdin }),
  });
  // What is wrong with other files is not the matter of a text that is handed in.
  const aboutFiles = stdin ? [] : targets.diagnostics;
  const diagnostics = [
    ...aboutFiles,
    ...configured.diagnostics,
    ...(waivers?.diagnostics ?? []),
    ...(baseline?.diagnostics ?? []),
    ...(foreign ? [] : unknownProjects(workspace, options)),
  ];
  // A configuration that cannot be read says nothing about what is wanted; to guess would be noise.
  const readable = configured.diagnostics.length === 0;
  const judge = (findings: readonly Finding[]) => {
    const asked = stdin ? findings.filter(({ place }) => place.source.path !== waivers?.path) : findings;
    return baseline?.known ? withBaseline(asked, baseline.known, policies.locked) : asked;
  };
  const before = readable ? judge(scene.lint(new Map(), scene.only)) : [];
  const asked = readable ? scene.files : [];
  const unread = asked.filter((path) => scene.textOf(path) === undefined);
  const mended = options.fix && readable ? mend(scene, before, options) : undefined;
  const texts = new Map(mended?.texts);
  const wanted = [...texts].map(([path, after]): ChangedFile => ({ path, before: scene.textOf(path) ?? '', after }));
  const unwritten = options.dryRun || stdin ? [] : writeTexts(workspace.fs, wanted);
  for (const { path = '' } of unwritten) texts.delete(path);
  const changed = wanted.filter(({ path }) => texts.has(path));
  // What could not be written is as it was.
  const left = texts.size > 0 ? judge(scene.lint(texts, scene.only)) : before;
  const findings = mended ? withoutRefused(left, mended, options) : left;
  const said = [
    ...diagnostics,
    ...policies.diagnostics,
    ...scene.outside(),
    ...(shellcheck?.diagnostics() ?? []),
    ...unwritten,
  ];
  // What was not read has not passed, whatever it was read for.
  const refused = disk.refused().filter((path) => !said.some((each) => each.path === path));
  return {
    findings,
    before,
    diagnostics: [
      ...said,
      ...[...new Set([...unread, ...refused])].flatMap((path) => entryDiagnostic(path, 'unreadable') ?? []),
    ],
    policies: policies.summaries(),
    files: unread.length === 0 ? asked : asked.filter((path) => !unread.includes(path)),
    changed,
  };
}

/** Fixes of the findings that were asked for; whether they do harm is seen on all files. */
function mend(scene: Scene, before: readonly Finding[], options: LintOptions): Mended {
  const { only, isWanted, trial, faults, textOf } = scene;
  return fixFiles({
    findings: only ? trial(new Map(), undefined) : before,
    wanted: (finding) => isWanted(finding.place.source.path),
    unsafe: options.unsafe === true,
    read: textOf,
    lint: (overlay) => trial(overlay, undefined),
    faults,
  });
}

/** A fix that was tried and taken back is promised no more. */
function withoutRefused(findings: readonly Finding[], { wasRefused }: Mended, { unsafe }: LintOptions): Finding[] {
  return findings.map((finding) => {
    const { fix, ...rest } = finding;
    const wasTried = fix && (unsafe || fix.safety === 'safe');
    return wasTried && wasRefused(finding, findings) ? rest : finding;
  });
}
