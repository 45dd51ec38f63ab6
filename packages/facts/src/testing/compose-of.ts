import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { checkSchema } from '../compose/schema/schema-check.ts';
import type { WorkspaceModel } from '../kernel/workspace-model.ts';
import type { Compose, Service } from '../model/service.ts';
import type { FactSettings, World } from '../model/world.ts';
import { buildWorld } from '../root/build-world.ts';
import { candidates } from '../root/candidate-kind.ts';
import { memoryFileSystem } from './memory-file-system.ts';

export interface ComposeTestOptions {
  readonly workspace?: Partial<WorkspaceModel>;
  readonly settings?: FactSettings;
}

/** A world of files by path; Dockerfiles and Compose files are told by their names. */
export function worldOf(files: Readonly<Record<string, string>>, options: ComposeTestOptions = {}): World {
  const workspace: WorkspaceModel = { root: '/workspace', tool: 'folder', projects: [], ...options.workspace };
  const { settings = {} } = options;
  return buildWorld({
    fs: memoryFileSystem(files),
    workspace,
    settings,
    files: candidates(Object.keys(files)),
    parseYaml,
    checkSchema,
  });
}

/** The model of the given files that merges the most: of a file and its override, both. */
export function composeOf(files: string | Readonly<Record<string, string>>, options?: ComposeTestOptions): Compose {
  const { composes } = worldOf(typeof files === 'string' ? { 'compose.yaml': files } : files, options);
  return composes.reduce((most, each) => (each.files.length > most.files.length ? each : most));
}

/** The service `a` of a file with the given lines, in a folder with the other files. */
export function serviceOf(lines: string, others: Readonly<Record<string, string>> = {}): Service {
  const compose = composeOf({ 'compose.yaml': `services:\n  a:\n${lines.replace(/^/gm, '    ')}\n`, ...others });
  return serviceIn(compose, 'a');
}

export function serviceIn(compose: Compose, name: string): Service {
  const service = compose.services.find((each) => each.name === name);
  if (!service) throw new Error(`no service ${name}`);
  return service;
}
