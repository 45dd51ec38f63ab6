import { resolve } from 'node:path';
import { buildWorld, type FactSettings, type FileSystem, projectAt, type World } from '@dockwarden-internal/facts';
import { type Finding, fixFiles, lintWorld, type Overlay, summarize } from '@dockwarden-internal/engine';
import type { Target } from '@dockwarden-internal/policy';
import { sourceText, type SourceText } from '@dockwarden-internal/syntax';
import { namedKind } from '@dockwarden-internal/workspace';
import { readConfig } from './config/read-config.ts';
import { exitCode } from './exit-code.ts';
import { findTargets, type RootTargets } from './files/targets.ts';
import { overlayFileSystem } from './files/overlay-file-system.ts';
import { writeTexts } from './files/write-texts.ts';
import type { LintOptions } from './lint-options.ts';
import type { ChangedFile, LintOutcome } from './lint-outcome.ts';
import { type ResolvedPolicies, resolvePolicies } from './policies/resolve-policies.ts';

/** One run: finds files, reads configuration and policies, lints, and mends where that was asked for. */
export async function lint(options: LintOptions): Promise<LintOutcome> {
  const targets = await findTargets({ cwd: options.cwd, paths: pathsOf(options) }, async (workspace) => (await readConfig(workspace.fs, options.cwd, options.config)).config.exclude ?? []);
  const runs = [];
  for (const [index, target] of targets.entries()) runs.push(await lintTarget(target, options, index > 0));
  const findings = runs.flatMap((run) => run.findings);
  const diagnostics = runs.flatMap((run) => run.diagnostics);
  const files = runs.reduce((sum, run) => sum + run.files, 0);
  const policies = new Map(runs.flatMap((run) => run.policies.map((policy) => [policy.id, policy] as const)));
  const report = summarize(files, findings, diagnostics, [...policies.values()]);
  return {
    report,
    root: targets[0]?.root ?? options.cwd,
    changed: runs.flatMap((run) => run.changed),
    before: runs.flatMap((run) => run.before),
    exitCode: exitCode(report, options),
  };
}

function pathsOf({ cwd, paths = [], stdin }: LintOptions): readonly string[] {
  return stdin ? [resolve(cwd, stdin.filename, '..')] : paths;
}

async function lintTarget(target: RootTargets, options: LintOptions, foreign: boolean) {
  const { workspace, root } = target;
  const configured = await readConfig(workspace.fs, options.cwd, options.config);
  const policies = await resolvePolicies({
    fs: workspace.fs,
    config: configured.config,
    ...(configured.path !== undefined && { configPath: configured.path }),
    ...(options.packs && { packs: options.packs }),
  });
  const scene = await sceneOf(target, options, configured.config as FactSettings, policies);
  const fatal = [...configured.diagnostics, ...policies.diagnostics];
  const before = fatal.some((each) => each.code.startsWith('config/') && each.code !== 'config/param' && each.code !== 'config/policy') ? [] : scene.lint(new Map(), scene.only);
  const changes = options.fix
    ? fixFiles({ findings: before, unsafe: options.unsafe === true, read: (path) => scene.textOf(path), lint: scene.lint })
    : new Map<string, string>();
  const findings = options.fix ? scene.lint(changes, scene.only) : before;
  const changed = [...changes].map(([path, after]): ChangedFile => ({ path, before: scene.textOf(path) ?? '', after }));
  const unwritten = options.dryRun ? [] : writeTexts(workspace.fs, changed);
  const abroad = foreign ? inForeignRoot(root) : (finding: Finding) => finding;
  return {
    findings: findings.map(abroad),
    before: before.map(abroad),
    diagnostics: [...target.diagnostics, ...fatal, ...unwritten],
    files: scene.only?.size ?? scene.files.length,
    policies: policies.summaries(),
    changed,
  };
}

/** The files of a root, ready to be linted as they are or with changes laid over them. */
async function sceneOf(target: RootTargets, options: LintOptions, config: FactSettings, policies: ResolvedPolicies) {
  const { workspace } = target;
  const stdin = options.stdin && { path: relativeTo(target.root, resolve(options.cwd, options.stdin.filename)), text: options.stdin.text };
  const files = stdin && !target.files.some((file) => file.path === stdin.path) ? [...target.files, { path: stdin.path, kind: namedKind(stdin.path) }] : target.files;
  const needsYaml = files.some((file) => file.kind === 'compose');
  const parseYaml = needsYaml ? (await import('@dockwarden-internal/syntax/yaml/parse-yaml')).parseYaml : undefined;
  const today = new Date().toISOString().slice(0, 10);

  const worldOver = (overlay: Overlay): World => {
    const texts = stdin ? new Map([[stdin.path, stdin.text], ...overlay]) : overlay;
    const fs: FileSystem = texts.size === 0 ? workspace.fs : overlayFileSystem(workspace.fs, texts);
    return buildWorld({ fs, workspace: workspace.model, settings: config, files, ...(parseYaml && { parseYaml }) });
  };
  const only = stdin ? new Set([stdin.path]) : onlyOf(target, options);
  return {
    files,
    only,
    textOf: (path: string) => (path === stdin?.path ? stdin.text : workspace.fs.read(path)),
    lint: (overlay: Overlay, paths: ReadonlySet<string> | undefined): readonly Finding[] => {
      const world = worldOver(overlay);
      const checksFor = (path: string) => policies.checksFor(targetOf(world, path));
      return lintWorld({ world, checksFor, today, ...(paths && { paths }), locked: new Set(policies.config.locked ?? []), ...(options.progress && { progress: options.progress }) });
    },
  };
}

function onlyOf(target: RootTargets, { projects = [] }: LintOptions): ReadonlySet<string> | undefined {
  if (projects.length === 0) return target.only;
  const { model } = target.workspace;
  const wanted = new Set(projects);
  const owned = target.files.filter((file) => {
    const owner = ownerOf(model.projects, file.path);
    return owner !== undefined && wanted.has(owner) && (!target.only || target.only.has(file.path));
  });
  return new Set(owned.map((file) => file.path));
}

function ownerOf(projects: readonly { readonly name: string; readonly root: string }[], path: string): string | undefined {
  let best: { readonly name: string; readonly root: string } | undefined;
  for (const project of projects) {
    if (project.root !== '.' && !path.startsWith(`${project.root}/`)) continue;
    if (!best || best.root === '.' || project.root.length > best.root.length) best = project;
  }
  return best?.name;
}

function targetOf(world: World, path: string): Target {
  const project = projectAt(world, path);
  return { path, ...(project && { project: { name: project.model.name, tags: project.model.tags } }) };
}

function relativeTo(root: string, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

/** Paths of another root are shown whole. */
function inForeignRoot(root: string): (finding: Finding) => Finding {
  const moved = new Map<SourceText, SourceText>();
  const move = (source: SourceText): SourceText => {
    let there = moved.get(source);
    if (!there) {
      there = sourceText(`${root}/${source.path}`, source.text);
      moved.set(source, there);
    }
    return there;
  };
  return (finding) => ({
    ...finding,
    place: { ...finding.place, source: move(finding.place.source) },
    related: finding.related.map((each) => ({ ...each, place: { ...each.place, source: move(each.place.source) } })),
    masked: finding.masked.map((place) => ({ ...place, source: move(place.source) })),
    ...(finding.fix && { fix: { ...finding.fix, edits: finding.fix.edits.map((each) => ({ ...each, source: move(each.source) })) } }),
  });
}

