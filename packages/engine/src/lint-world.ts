import { forgetRoot, type Root, rootSource, type World, worldRoots } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import type { Finding } from './finding.ts';
import { foldAliases } from './fold.ts';
import { type IdleSetting, idleSettingFinding } from './idle-settings.ts';
import { type JoinedFinding, joinFinding } from './joined-finding.ts';
import type { KnownNames } from './known-names.ts';
import { isBuiltKind } from './lint-built.ts';
import { lintUnderSettings, workspaceIndexes } from './lint-under-settings.ts';
import { type Placed, unitePlaced } from './placed.ts';
import { type RenamedSetting, renamedFinding } from './renamed-settings.ts';
import { namesOf, spelledNames } from './suppress/names.ts';
import { type Heeds, suppress } from './suppress/suppress.ts';
import type { CodeOwners } from './waivers/code-owners.ts';
import { waive } from './waivers/waive.ts';
import { waiverFindings } from './waivers/waiver-findings.ts';
import type { Waivers } from './waivers/waivers.ts';

export interface LintWorldInput {
  readonly world: World;
  /** The checks in force for a file, by its path from the root. */
  readonly checksFor: (path: string) => CheckIndex;
  /** Names of further checks that run on a file in another run; comments that name them are not unused. */
  readonly elsewhere?: (path: string) => ReadonlySet<string>;
  /** What other programs found in a Dockerfile, by its path. */
  readonly joined?: (path: string) => readonly JoinedFinding[];
  readonly today: string;
  readonly locked?: ReadonlySet<string>;
  /** Whether a tool's comments count in a file; absent: those of all tools do. */
  readonly heeds?: Heeds;
  readonly waivers?: Waivers;
  /** Who may own a comment that names an owner; asked where one does. */
  readonly owners?: () => CodeOwners | undefined;
  readonly names?: KnownNames;
  readonly renamedSettings?: readonly RenamedSetting[];
  readonly idleSettings?: readonly IdleSetting[];
  /** Files to be linted; absent: all of the world. */
  readonly paths?: ReadonlySet<string>;
  readonly progress?: (done: number, total: number) => void;
}

/** Lints every root of a world once. A file that stands in several roots gives each finding once; suppressed ones are in it and marked. */
export function lintWorld(input: LintWorldInput): Finding[] {
  const { world, paths, renamedSettings = [], idleSettings = [] } = input;
  const checksFor = askedOnce(input.checksFor);
  const ofWorkspace = workspaceIndexes(world, checksFor);
  const roots = worldRoots(world).filter((root) =>
    root.kind === 'workspace' ? ofWorkspace.length > 0 : concerns(root, paths),
  );
  const placed = roots.flatMap((root, done) => {
    input.progress?.(done, roots.length);
    const found = lintUnderSettings(root, checksFor, ofWorkspace);
    forgetRoot(root);
    return [...found, ...joinedIn(root, input.joined)];
  });
  const findings = folded([
    ...judged(roots, unitePlaced(placed), { ...input, checksFor }),
    ...renamedSettings.map((each) => renamedFinding(world, each)),
    ...idleSettings.map((each) => idleSettingFinding(world, each)),
  ]);
  return paths ? findings.filter(isAskedFor(world, paths)) : findings;
}

/** What was found, silenced ones marked; then what is to be said of comments and waivers. */
function judged(roots: readonly Root[], placed: readonly Placed[], input: LintWorldInput): Finding[] {
  const { world, checksFor, today, locked = new Set(), waivers, names = {} } = input;
  const ranOn = (path: string) => namesIn(checksFor(path));
  const elsewhere = (path: string) => new Set([...builtNames(checksFor(path)), ...(input.elsewhere?.(path) ?? [])]);
  const { heeds, owners, paths } = input;
  const commented = suppress(roots, placed, { today, locked, ranOn, elsewhere, names, heeds, owners });
  const waived = waivers && waive(commented.placed, waivers, { world, today, locked });
  return [
    ...(waived ?? commented).placed.map(({ finding }) => finding),
    ...commented.idle,
    ...(waived ? waiverFindings(waivers, { ...waived, world, today, paths, ranOn, elsewhere, names }) : []),
  ];
}

/** One that is silenced stands for no other. */
function folded(findings: readonly Finding[]): Finding[] {
  return [
    ...foldAliases(findings.filter((finding) => !finding.suppressed)),
    ...foldAliases(findings.filter((finding) => finding.suppressed)),
  ];
}

/** What stands in a file that is linted only along with another, as an ignore file is, was asked for with that one. */
function isAskedFor(world: World, paths: ReadonlySet<string>): (finding: Finding) => boolean {
  const others = new Set([...world.dockerfiles, ...world.composeFiles].map(({ source }) => source.path));
  for (const path of paths) others.delete(path);
  return ({ place }) => !others.has(place.source.path);
}

/** Of a file is asked again and again. */
function askedOnce(checksFor: LintWorldInput['checksFor']): LintWorldInput['checksFor'] {
  const known = new Map<string, CheckIndex>();
  return (path) => {
    const index = known.get(path) ?? checksFor(path);
    known.set(path, index);
    return index;
  };
}

function joinedIn(root: Root, joined: LintWorldInput['joined']): Placed[] {
  if (root.kind !== 'dockerfile' || !joined) return [];
  return joined(root.node.source.path).map((each) => {
    const finding = joinFinding(root, each);
    return { finding, subjects: [finding.place] };
  });
}

const spelled = new WeakMap<CheckIndex, ReadonlyMap<string, string>>();

/** Every id and alias of the checks of a configuration. */
function namesIn(index: CheckIndex): ReadonlyMap<string, string> {
  const known = spelled.get(index) ?? spelledNames(index.checks);
  spelled.set(index, known);
  return known;
}

/** Ids and aliases of the checks of built images, which run when there is one. */
function builtNames({ checks }: CheckIndex): ReadonlySet<string> {
  return new Set(checks.filter(({ on }) => isBuiltKind(on)).flatMap(namesOf));
}

function concerns(root: Root, paths: ReadonlySet<string> | undefined): boolean {
  if (!paths) return true;
  const files = root.kind === 'compose' ? root.node.files.map((file) => file.source.path) : [rootSource(root)!.path];
  return files.some((path) => paths.has(path));
}
