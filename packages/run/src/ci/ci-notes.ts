import type { ConfigDocument } from '@dockwarden-internal/policy';
import type { CiRequest } from '@dockwarden-internal/scaffold';
import type { Workspace } from '@dockwarden-internal/workspace';
import { minimatch } from 'minimatch';

/** What the jobs need beside themselves, and is not there yet. */
export function ciNotes(
  { branch, workspace: { tool, manager } }: CiRequest,
  { build = {} }: Pick<ConfigDocument, 'build'>,
  { fs }: Pick<Workspace, 'fs'>,
): string[] {
  const { repository, tags = [], reuse = {} } = build;
  const guarded = (reuse.protected ?? []).some((glob) => minimatch(branch, glob, { dot: true }));
  const wanted = tool === 'nx' ? '@dockwarden/nx' : 'dockwarden';
  const installed = manager === undefined || /"(?:dockwarden|@dockwarden\/nx)"\s*:/.test(fs.read('package.json') ?? '');
  return [
    ...(installed ? [] : [`package.json does not name ${wanted}, which the jobs run: install it for development.`]),
    ...(repository === undefined
      ? ['Nothing says where images are pushed to: set build.repository, such as ghcr.io/acme/{image}.']
      : []),
    ...(tags.length === 0
      ? ["build.tags names no tag, so that images are pushed by digest alone: ['{version}', '{sha:12}'] would do."]
      : []),
    ...(reuse.registry === undefined
      ? ['Without build.reuse.registry, what a run before has built is built again, as far as no cache has it.']
      : guarded
        ? []
        : [`build.reuse.protected does not name ${branch}, so that no run may write what others reuse.`]),
  ];
}
