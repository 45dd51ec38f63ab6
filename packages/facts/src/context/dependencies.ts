import { memo } from '../kernel/memo.ts';
import { baseName } from '../kernel/path.ts';
import type { Command } from '../model/command.ts';
import type { Context, ContextDependency } from '../model/context.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { Install } from '../model/install.ts';
import type { Project } from '../model/project.ts';
import { neededBy, projectOf } from '../project/projects.ts';
import { commandsOf } from '../run/commands.ts';
import { installOf } from '../run/installs.ts';
import { isCopiedBefore } from './manifest-copied.ts';

/**
 * The workspace projects that the context's project needs and an install of its Dockerfile has to find, directly or not, each with the install that
 * misses it, or else the first one. Empty where the Dockerfile installs nothing for the project, or belongs to none.
 */
export const dependenciesOf = memo((context: Context): readonly ContextDependency[] => {
  const { dockerfile } = context;
  const project = projectOf(dockerfile);
  if (!project || project.model.closure.length === 0) return [];
  const runs = dockerfile.instructions.filter(({ onbuild }) => !onbuild);
  const installs = runs.flatMap(commandsOf).flatMap(projectInstall);
  return neededBy(project).flatMap((needed) => dependency(context, needed, installs) ?? []);
});

function projectInstall(command: Command): Install[] {
  const { program, subcommand } = command.reading;
  // `pnpm fetch` brings what the lockfile names, and reads no manifest. Source: pnpm, "fetch".
  if (program === 'pnpm' && subcommand?.text === 'fetch') return [];
  const install = installOf(command);
  return install?.reading.scope === 'project' ? [install] : [];
}

function dependency(context: Context, project: Project, installs: readonly Install[]): ContextDependency | undefined {
  let best: ContextDependency | undefined;
  for (const { command, reading } of installs) {
    const manifest = project.model.manifests.find((path) => MANIFESTS[reading.ecosystem]?.test(baseName(path)));
    if (manifest === undefined) continue;
    const copied = isCopiedBefore(context, manifest, command);
    const place = placeOf(command.run.dockerfile, command.shell.span);
    if (copied === false) return { context, project, copied, neededBy: command, place };
    best ??= { context, project, copied, neededBy: command, place };
  }
  return best;
}

/** The manifests that tie workspace projects together. */
const MANIFESTS: Partial<Record<Install['reading']['ecosystem'], RegExp>> = {
  npm: /^package\.(?:json|yaml|json5)$/,
  pip: /^pyproject\.toml$/,
  cargo: /^Cargo\.toml$/,
  go: /^go\.mod$/,
  composer: /^composer\.json$/,
  maven: /^pom\.xml$/,
  gradle: /^build\.gradle(?:\.kts)?$/,
};
