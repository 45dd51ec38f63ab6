import { CANDIDATE_GLOB } from '@dockwarden-internal/run/lint-inputs/candidate-files';

/** What Nx hands over: beside candidates, the files that make a folder a project, since they say where images and their sources are. */
export const PLUGIN_GLOB = CANDIDATE_GLOB.replace(/}$/, ',project.json,package.json}');

export function isProjectFile(path: string): boolean {
  return /(?:^|\/)(?:project|package)\.json$/.test(path);
}
