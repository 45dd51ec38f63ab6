import { editJson, renameKey } from '@dockwarden-internal/scaffold';
import { isMap } from '@dockwarden-internal/syntax';
import { failureExit } from '../../failure-exit.ts';
import { type FileChange, fileChange } from '../../setup/file-changes.ts';
import { findMentions } from '../find-mentions.ts';
import { finishMigration } from '../finish-migration.ts';
import { EMPTY_PLAN, type MigrationOutcome, type MigrationPlan, type MigrationRequest } from '../migration.ts';
import { commandTargets } from './command-targets.ts';
import { CONTAINER_PLUGIN, containerTargets } from './container-targets.ts';
import { DOCKER_PLUGIN, dockerTarget, dockerTargets, isDockerProject, writtenTarget } from './docker-targets.ts';
import type { FoundTarget } from './found-target.ts';
import { nextSteps } from './next-steps.ts';
import { type NxProject, type NxWorkspace, openNx } from './open-nx.ts';
import { planNxJson } from './plan-nx-json.ts';
import { type MoreOptions, type NamedEdit, planProject, type TargetEdit } from './plan-project.ts';
import { releaseSettings } from './release-settings.ts';
import { renamedDependencies, renamedEntry } from './renamed-dependencies.ts';
import { runOptions } from './run-options.ts';

export type NxSource = typeof DOCKER_PLUGIN | typeof CONTAINER_PLUGIN;

export interface NxMigration extends MigrationRequest {
  readonly from: NxSource;
  /** Replaces targets of ours that say something else. */
  readonly force: boolean;
}

/** Puts targets of ours in the place of those of another plugin of Nx, and of commands that build an image. */
export async function migrateNx({ cwd, dryRun, from, force }: NxMigration): Promise<MigrationOutcome> {
  const nx = await openNx(cwd);
  if ('diagnostics' in nx && !('nxJson' in nx)) {
    return { ...EMPTY_PLAN, ...nx, written: false, exit: failureExit(nx.diagnostics) };
  }
  return finishMigration(nx.fs, planNx(nx, from, force), dryRun);
}

function planNx(nx: NxWorkspace, from: NxSource, force: boolean): MigrationPlan {
  const edits: NamedEdit[] = [];
  const plan = { carried: [...EMPTY_PLAN.carried], left: [...EMPTY_PLAN.left] };
  const differing = new Set<string>();
  let keepsPlugin = false;
  const names = new Map<NxProject, ReadonlyMap<string, string>>();
  const found = nx.nxProjects.map((project) => [project, targetsOf(nx, project, from)] as const);
  for (const [project, targets] of found) {
    const { more, left, removals } = moreOptions(nx, project, from);
    plan.left.push(...left);
    const planned = planProject(project, targets, more, force);
    edits.push(...planned.edits, ...removals);
    plan.carried.push(...planned.carried);
    plan.left.push(...planned.left);
    if (planned.differs !== undefined) differing.add(planned.differs);
    keepsPlugin ||= planned.keepsPlugin;
    names.set(project, planned.renamed);
  }
  const all = new Map([...names.values()].flatMap((each) => [...each]));
  for (const [project, own] of names)
    for (const { path, way, targets } of project.files)
      edits.push(...renamedDependencies(targets, way, own, all).map((edit) => ({ path, edit })));
  const byProject = new Map([...names].flatMap(([{ files }, own]) => files.map(({ path }) => [path, own] as const)));
  const whole = edits.map(({ path, edit }) => ({ path, edit: withNewNames(edit, byProject.get(path)!, all) }));
  edits.splice(0, edits.length, ...whole);
  const root = planNxJson(nx, from, all);
  edits.push(...root.edits.map((edit) => ({ path: 'nx.json', edit })));
  plan.left.push(...root.left);

  const changes = changesOf(nx, edits, differing);
  const isIdle = changes.length === 0;
  // Names of targets are whatever somebody wrote.
  const targets = [...all.keys(), 'docker:run'].map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const called = [
    from.replaceAll('/', '\\/'),
    ...targets.map((name) => `(?<![\\w:-])(?:[\\w@/-]+:)?${name}(?![\\w-])`),
    from === CONTAINER_PLUGIN ? 'INPUT_[A-Z_]+' : '(?<![\\w:-])NX_DOCKER_IMAGE_REF(?![\\w-])',
  ];
  return {
    ...EMPTY_PLAN,
    ...plan,
    changes,
    mentions: all.size > 0 ? findMentions(nx.fs, nx.listing.files, new RegExp(called.join('|'))) : [],
    notes: notesOf(isIdle, from, found.length > 0 && found.every(([, targets]) => targets.length === 0)),
    next: isIdle ? [] : nextSteps(nx, from, keepsPlugin),
  };
}

function notesOf(isIdle: boolean, from: NxSource, isNothing: boolean): readonly string[] {
  if (isIdle) return isNothing ? [`no project is built by ${from} or by a command`] : [];
  return [
    'docker-build depends on what makes the files that its Dockerfile copies, beside the dependsOn that was written',
    'docker-build holds the image against policies (built/…) before it is tagged: one that runs as root fails, unless dockwarden.yaml says otherwise',
  ];
}

function targetsOf(nx: NxWorkspace, project: NxProject, from: NxSource): readonly FoundTarget[] {
  const own = from === DOCKER_PLUGIN ? dockerTargets(nx, project) : containerTargets(nx, project);
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...commandTargets(project).filter(({ name }) => !names.has(name))];
}

/** What `@nx/docker` says of starting and releasing an image, and the places where it does. */
function moreOptions(
  nx: NxWorkspace,
  project: NxProject,
  from: NxSource,
): { readonly more: MoreOptions; readonly left: MigrationPlan['left']; readonly removals: readonly NamedEdit[] } {
  if (from !== DOCKER_PLUGIN || !isDockerProject(nx, project)) return { more: {}, left: [], removals: [] };
  const release = releaseSettings(nx, project);
  const run = runOptions(nx, project);
  const path = project.files[0]?.path ?? project.root;
  const removals: NamedEdit[] = [];
  for (const name of [dockerTarget(nx, 'runTarget').name, 'nx-release-publish']) {
    const { target, file } = writtenTarget(project, name);
    const executor = target['executor'] ?? '@nx/docker:release-publish';
    const isOthers =
      name === 'nx-release-publish' ? executor !== '@nx/docker:release-publish' : target['executor'] !== undefined;
    if (file && !isOthers) removals.push({ path: file.path, edit: { path: [...file.way, name], value: undefined } });
  }
  for (const { path: file, way, project: said } of project.files)
    if (isMap(said['release']) && said['release']['docker'] !== undefined)
      removals.push({ path: file, edit: { path: [...way.slice(0, -1), 'release', 'docker'], value: undefined } });
  const sentences = [...(release?.left ?? []), ...run.left];
  return {
    more: { ...(release && { push: release.options }), run: run.options },
    left: sentences.map((text) => ({ path, text: text.replaceAll('…:', `${project.name}:`) })),
    removals,
  };
}

function changesOf(
  nx: NxWorkspace,
  edits: readonly NamedEdit[],
  differing: ReadonlySet<string>,
): readonly FileChange[] {
  const byPath = new Map<string, TargetEdit[]>();
  for (const { path, edit } of edits) byPath.set(path, [...(byPath.get(path) ?? []), edit]);
  return [...byPath]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, own]) => {
      const text = edited(nx.fs.read(path) ?? '', own);
      const change = fileChange(nx.fs, { path, text, edited: true }, { force: false, adopt: false });
      if (change.state === 'same') return [];
      return [differing.has(path) ? { ...change, state: 'differs' as const } : change];
    });
}

/** A target that is written anew depends on new names, too. */
function withNewNames(
  edit: TargetEdit,
  own: ReadonlyMap<string, string>,
  any: ReadonlyMap<string, string>,
): TargetEdit {
  if (!isMap(edit.value) || !Array.isArray(edit.value['dependsOn'])) return edit;
  const dependsOn = edit.value['dependsOn'].map((entry) => renamedEntry(entry, own, any));
  return { ...edit, value: { ...edit.value, dependsOn } };
}

/** Names within a target go before the target itself goes. */
function edited(text: string, edits: readonly TargetEdit[]): string {
  const inner = edits.filter(({ path }) => path.includes('dependsOn'));
  const outer = edits.filter((edit) => !inner.includes(edit));
  const isKept = (edit: TargetEdit) => !outer.some(({ path }) => path.every((part, at) => edit.path[at] === part));
  return outer.reduce(
    (before, edit) => {
      const called =
        edit.instead && renameKey(before, [...edit.path.slice(0, -1), edit.instead], String(edit.path.at(-1)));
      return editJson(called ?? before, [edit]);
    },
    editJson(text, inner.filter(isKept)),
  );
}
