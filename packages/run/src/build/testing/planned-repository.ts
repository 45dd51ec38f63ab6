import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunProgram, runProgram } from '@dockwarden-internal/build';
import { temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import type { BuildEvent, BuildOptions } from '../build-options.ts';
import { type BuildScene, openBuild } from '../open-build.ts';
import { planBuilds } from '../plan-builds.ts';

/** Git is real; there is no engine. */
export const withoutEngine: RunProgram = (program, ...rest) =>
  program === 'docker' ? Promise.resolve({ code: 1, stdout: '', stderr: 'no engine' }) : runProgram(program, ...rest);

/** A repository with one commit of these files, whose images are planned; `events` is what was told meanwhile. */
export function plannedRepository(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  const events: BuildEvent[] = [];
  const optionsOf = (more: Partial<BuildOptions>): BuildOptions => ({
    cwd: root,
    surroundings: { env: {}, now: new Date(), ci: false },
    onEvent: (event) => events.push(event),
    ...more,
  });
  const scene = async (options: BuildOptions) => (await openBuild(options)) as BuildScene;
  return {
    root,
    git,
    events,
    scene,
    optionsOf,
    write(path: string, text: string) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    async plan(more: Partial<BuildOptions> = {}) {
      const options = optionsOf(more);
      return planBuilds(await scene(options), withoutEngine, options);
    },
  };
}
