import { parseDockerfile, sourceText } from '@dockwarden-internal/syntax';
import type { WorkspaceModel } from '../kernel/workspace-model.ts';
import { buildDockerfile } from '../model/build-dockerfile.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { FactSettings, World } from '../model/world.ts';
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
}

/** A Dockerfile in a world of its own, for tests. Common indentation is dropped, so that a text can stand in the test's own. */
export function dockerfileOf(text: string, options: TestOptions = {}): Dockerfile {
  const { path = 'Dockerfile', files = {}, others = {}, settings = {} } = options;
  const texts = { ...others, [path]: unindented(text) };
  const workspace: WorkspaceModel = { root: '/workspace', tool: 'folder', projects: [], ...options.workspace };
  const dockerfiles: Dockerfile[] = [];
  const dockerfileAt = (wanted: string) => dockerfiles.find(({ source }) => source.path === wanted);
  const fs = memoryFileSystem({ ...files, ...texts });
  const world: World = { fs, workspace, settings, dockerfiles, composeFiles: [], composes: [], dockerfileAt };
  for (const each of Object.keys(texts).sort()) {
    dockerfiles.push(buildDockerfile(world, parseDockerfile(sourceText(each, texts[each]!))));
  }
  return dockerfileAt(path)!;
}

function unindented(text: string): string {
  const body = text.replace(/^\n/, '');
  const indent = /^ +/.exec(body)?.[0] ?? '';
  return body.replaceAll(new RegExp(`^${indent}`, 'gm'), '').replace(/\n +$/, '\n');
}
