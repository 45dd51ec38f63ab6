import type { App } from '../../model/app.ts';
import { pathIn, readIn } from '../../model/app.ts';
import type { GenericBuild } from './generic-app.ts';

/** Names of scripts that start an app, the likeliest first. */
const SCRIPTS = ['start.sh', 'run.sh', 'serve.sh', 'server.sh', 'main.sh', 'app.sh', 'entrypoint.sh'];

/** Targets of a Makefile that are no file. */
const NO_PROGRAM = new Set([
  'all',
  'build',
  'clean',
  'default',
  'install',
  'test',
  'check',
  'run',
  'help',
  'lint',
  'format',
]);

/** The build and start that a folder's files make likely, of which nothing is certain. */
export function guessBuild(app: App): GenericBuild {
  const cmake = readIn(app, 'CMakeLists.txt');
  if (cmake !== undefined) {
    const name = /\badd_executable\(\s*([\w.-]{1,100})[\s)]/i.exec(cmake)?.[1];
    return {
      tool: 'cmake',
      why: pathIn(app, 'CMakeLists.txt'),
      ...(name !== undefined && { program: `build/${name}` }),
    };
  }
  for (const file of ['GNUmakefile', 'Makefile', 'makefile']) {
    const text = readIn(app, file);
    if (text === undefined) continue;
    const program = targetsOf(text).find((name) => app.fs.kind(pathIn(app, name)) !== 'directory');
    return { tool: 'make', why: pathIn(app, file), ...(program !== undefined && { program }) };
  }
  const script = SCRIPTS.find((name) => app.fs.kind(pathIn(app, name)) === 'file');
  if (script === undefined) return {};
  const bash = /^#![^\n]*\bbash\b/.test(readIn(app, script) ?? '');
  return { program: script, interpreter: bash ? 'bash' : 'sh', why: pathIn(app, script) };
}

/** Files that make makes, those of `all` first. Source: GNU make, "How make processes a makefile". */
function targetsOf(text: string): string[] {
  const rules = [...text.matchAll(/^([\w./-]{1,100})[ \t]{0,8}:(?![:=])[ \t]{0,8}([^\n#]{0,400})/gm)];
  const all =
    rules
      .find(([, name]) => name === 'all')?.[2]
      ?.trim()
      .split(/\s+/) ?? [];
  const phony = new Set(
    rules.filter(([, name]) => name === '.PHONY').flatMap(([, , names]) => names!.trim().split(/\s+/)),
  );
  return [...all, ...rules.map(([, name]) => name!)].filter(
    (name) => /^\w[\w./-]*$/.test(name) && !NO_PROGRAM.has(name) && !phony.has(name) && !/\.[oa]$/.test(name),
  );
}
