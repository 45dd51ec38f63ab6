import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import type { WorkspaceModel } from '../kernel/workspace-model.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { FactSettings } from '../model/world.ts';
import { buildWorld } from '../root/build-world.ts';
import { memoryFileSystem } from './memory-file-system.ts';

export interface TestOptions {
  /** `Dockerfile` unless said otherwise. */
  readonly path?: string;
  /** Files on disk beside the Dockerfile itself. */
  readonly files?: Readonly<Record<string, string>>;
  readonly workspace?: Partial<WorkspaceModel>;
  readonly settings?: FactSettings;
  /** Other Dockerfiles of the run, by path. */
  readonly others?: Readonly<Record<string, string>>;
  /** Compose files of the run, by path. */
  readonly composes?: Readonly<Record<string, string>>;
}

/** A Dockerfile in a world of its own, for tests. Common indentation is dropped, so that a text can stand in the test's own. */
export function dockerfileOf(text: string, options: TestOptions = {}): Dockerfile {
  const { path = 'Dockerfile', files = {}, others = {}, composes = {}, settings = {} } = options;
  const texts = { ...files, ...others, ...composes, [path]: unindented(text) };
  const workspace: WorkspaceModel = { root: '/workspace', tool: 'folder', projects: [], ...options.workspace };
  const dockerfiles = [...Object.keys(others), path].map((each) => ({ path: each, kind: 'dockerfile' as const }));
  const composeFiles = Object.keys(composes).map((each) => ({ path: each, kind: 'compose' as const }));
  const fs = memoryFileSystem(texts);
  const world = buildWorld({ fs, workspace, settings, files: [...dockerfiles, ...composeFiles], parseYaml });
  return world.dockerfileAt(path)!;
}

function unindented(text: string): string {
  const body = text.replace(/^\n/, '');
  const indent = /^ +/.exec(body)?.[0] ?? '';
  return body.replaceAll(new RegExp(`^${indent}`, 'gm'), '').replace(/\n +$/, '\n');
}
