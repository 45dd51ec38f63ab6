import { type App, pathIn } from '../../../model/app.ts';
import { dependencyOn, type PackageJson } from '../project/package-json.ts';
import { DEBUG_PORT } from '../stages/development.ts';
import type { Framework } from './frameworks.ts';

/** A command that starts the app anew when a file changes. */
export interface Watch {
  readonly command: readonly string[];
  /** It opens the debugger's port. */
  readonly debug: boolean;
}

const INSPECT = `--inspect=0.0.0.0:${DEBUG_PORT}`;
const TYPED = [
  'src/main.ts',
  'src/index.ts',
  'src/server.ts',
  'src/app.ts',
  'index.ts',
  'server.ts',
  'app.ts',
  'main.ts',
];

/**
 * How the app reloads: by its framework, by what runs its TypeScript, by node itself, else as its own script says. Through npx, which finds a
 * package's program wherever the manager put it.
 */
export function watchCommand(app: App, manifest: PackageJson, framework: Framework, entry: string): Watch | undefined {
  const typed = TYPED.find((name) => app.fs.kind(pathIn(app, name)) === 'file');
  const has = (name: string) => dependencyOn(manifest, name) !== undefined;
  if (framework === 'nestjs' && has('@nestjs/cli'))
    return { command: ['npx', 'nest', 'start', '--watch', '--debug', `0.0.0.0:${DEBUG_PORT}`], debug: true };
  if (framework === 'react-router' || framework === 'remix') return byScript(manifest, ['--', '--host', '0.0.0.0']);
  if (typed && has('tsx')) return { command: ['npx', 'tsx', 'watch', INSPECT, typed], debug: true };
  const sourceRun = app.fs.kind(pathIn(app, entry)) === 'file' && !/^(?:dist|build|out|lib)\//.test(entry);
  if (sourceRun) return { command: ['node', '--watch', INSPECT, entry], debug: true };
  return byScript(manifest, []) ?? byCompiler(manifest, entry);
}

/**
 * TypeScript's own compiler goes on watching beside Node, which starts anew when the output changes. It compiles once before, so that there is
 * something to start; a build of other programs cannot be told to watch.
 */
function byCompiler({ scripts }: PackageJson, entry: string): Watch | undefined {
  const build = scripts.build?.trim() ?? '';
  if (!/^tsc(?: [\w./-]+)*$/.test(build) || !/^[\w./-]+$/.test(entry)) return undefined;
  const both = `npx ${build} && { npx ${build} --watch --preserveWatchOutput & exec node --watch ${INSPECT} ${entry}; }`;
  return { command: ['sh', '-c', both], debug: true };
}

function byScript({ scripts }: PackageJson, more: readonly string[]): Watch | undefined {
  const name = ['dev', 'start:dev', 'develop', 'watch'].find((script) => scripts[script] !== undefined);
  return name === undefined ? undefined : { command: ['npm', 'run', name, ...more], debug: false };
}
