import type { IdleSetting } from '@dockwarden-internal/engine';
import { type ConfigDocument, idleOverrides } from '@dockwarden-internal/policy';
import type { Workspace } from '@dockwarden-internal/workspace';
import type { Configured } from '../config/read-config.ts';
import type { LintOptions } from '../lint-options.ts';

/** Where the configuration is for projects or files of which the workspace has none. */
export function idleSettings(
  { model, listing }: Pick<Workspace, 'model' | 'listing'>,
  { overrides = [] }: ConfigDocument,
  placeOf: Configured['placeOf'],
): IdleSetting[] {
  if (!placeOf) return [];
  return idleOverrides(overrides, { projects: model.projects, files: listing.files }).map(({ way, message }) => ({
    message,
    place: placeOf(way, 'value'),
  }));
}

/** Whether a run sees the whole workspace: what fits nothing in a part of it may fit elsewhere, or something that could not be read. */
export function looksAtAll(
  { diagnostics }: Pick<Workspace, 'diagnostics'>,
  paths: readonly string[] = ['.'],
  { affected, projects = [], stdin }: Pick<LintOptions, 'affected' | 'projects' | 'stdin'>,
): boolean {
  return paths.includes('.') && !affected && projects.length === 0 && !stdin && diagnostics.length === 0;
}
