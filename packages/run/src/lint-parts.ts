import { type CodeOwners, type Finding, type IdleSetting, lintWorld, type Waivers } from '@dockwarden-internal/engine';
import { projectAt, type World } from '@dockwarden-internal/facts';
import type { Target } from '@dockwarden-internal/policy';
import type { LintOptions } from './lint-options.ts';
import type { ResolvedPolicies } from './policies/resolve-policies.ts';
import { type ReachSplit, withinReach } from './policies/within-reach.ts';
import type { JoinedShellcheck } from './shellcheck/open-shellcheck.ts';

export interface PartsInput {
  readonly policies: ResolvedPolicies;
  readonly options: Pick<LintOptions, 'reach' | 'affected' | 'progress'>;
  /** The files of the run, whether they changed or not; absent: all of the world. */
  readonly asked?: ReadonlySet<string>;
  readonly waivers?: Waivers;
  readonly owners?: () => CodeOwners | undefined;
  readonly idleSettings?: readonly IdleSetting[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Says nothing of the configuration: what is wrong with it is not the matter of a text that is handed in. */
  readonly aboutText?: boolean;
}

export interface LintParts {
  /** Whether files themselves are looked at, not the workspace alone. */
  readonly looksAtFiles: boolean;
  /** Lints files of a world, absent: all; with what ShellCheck finds, where it is handed in. */
  readonly lint: (world: World, paths: ReadonlySet<string> | undefined, joining?: JoinedShellcheck) => Finding[];
}

/** Runs policies over a world in the parts that were asked for, each over files of its own. */
export function lintParts(input: PartsInput): LintParts {
  const { policies, options, asked, waivers, owners, idleSettings, today } = input;
  const { locked, heeds, names, documents, terms } = policies;
  const splits = splitsOf(options);
  const parts = splits.map((split) => ({ split, side: split && withinReach(split, documents, terms) }));
  return {
    looksAtFiles: splits.some((split) => split !== 'workspace'),
    lint: (world, paths, joining) =>
      parts.flatMap(({ split, side }) => {
        // Policies that look at the whole workspace may find something in a file that did not change.
        const within = options.affected && split === 'workspace' ? asked : paths;
        const checksFor = (path: string) => policies.checksFor(targetOf(world, path));
        const joined = split === 'workspace' ? undefined : joining && joinedIn(world, within, joining, policies);
        const found = lintWorld({
          world,
          checksFor: side ? (path) => side.checks(checksFor(path)) : checksFor,
          elsewhere: side && ((path) => side.elsewhere(checksFor(path))),
          joined: joined && ((path) => joined.get(path) ?? []),
          today,
          locked,
          heeds,
          names,
          renamedSettings: input.aboutText ? [] : policies.renamedSettings,
          idleSettings,
          waivers,
          owners,
          paths: within,
          progress: options.progress,
        });
        return side ? found.filter(side.owns) : found;
      }),
  };
}

/** Undefined: all policies at once. */
function splitsOf({ reach, affected }: PartsInput['options']): readonly (ReachSplit | undefined)[] {
  if (!affected) return [reach];
  return affected.workspace ? ['project', 'workspace'] : affected.files.size > 0 ? ['project'] : [];
}

function joinedIn(
  world: World,
  within: ReadonlySet<string> | undefined,
  joining: JoinedShellcheck,
  policies: ResolvedPolicies,
): ReturnType<JoinedShellcheck['lint']> {
  return joining.lint(
    world.dockerfiles.filter(({ source }) => !within || within.has(source.path)),
    (path) => policies.settingsOf(targetOf(world, path)),
  );
}

function targetOf(world: World, path: string): Target {
  const project = projectAt(world, path);
  return { path, ...(project && { project: { name: project.model.name, tags: project.model.tags } }) };
}
