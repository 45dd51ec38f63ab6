import type { NodeProject } from '../project/layout.ts';
import { inFolder } from './manager.ts';

/** Those of some names that are there beside the lockfile. */
export function present({ app, layout }: NodeProject, names: readonly string[]): string[] {
  return names.filter((name) => app.fs.kind(inFolder(layout.root, name)) !== undefined);
}

export function readBeside({ app, layout }: NodeProject, name: string): string {
  return app.fs.read(inFolder(layout.root, name)) ?? '';
}
