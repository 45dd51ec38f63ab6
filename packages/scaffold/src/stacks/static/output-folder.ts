import { type App, pathIn, readIn } from '../../model/app.ts';
import type { PackageJson } from '../node/project/package-json.ts';
import type { SiteBuilder } from './builders.ts';

/** Folder that the build writes the site to, from the app's folder, and the file that says so. */
export function outputFolder(app: App, manifest: PackageJson, builder: SiteBuilder): { output: string; why: string } {
  if (builder.package === '@angular/core') return angularOutput(app);
  const names = ['ts', 'mts', 'js', 'mjs', 'cjs'].map((ending) => `${builder.package}.config.${ending}`);
  for (const name of names) {
    const output = /\boutDir\s*:\s*['"`](?:\.\/)?([\w./-]+)['"`]/.exec(readIn(app, name) ?? '')?.[1];
    if (output && isInside(output)) return { output: trimmed(output), why: pathIn(app, name) };
  }
  const flag = /--outDir[= ](?:\.\/)?([\w./-]+)/.exec(manifest.scripts.build ?? '')?.[1];
  if (flag && isInside(flag)) return { output: trimmed(flag), why: `scripts.build in ${manifest.path}` };
  return { output: builder.output, why: `usual of ${builder.title}` };
}

/** The application builder writes what browsers fetch to `browser`. Source: Angular documentation, angular.json, "outputPath". */
function angularOutput(app: App): { output: string; why: string } {
  const why = pathIn(app, 'angular.json');
  try {
    const { projects = {}, defaultProject } = JSON.parse((readIn(app, 'angular.json') ?? '').replace(/^\uFEFF/, ''));
    const name = defaultProject ?? Object.keys(projects)[0];
    const build = projects[name]?.architect?.build ?? projects[name]?.targets?.build;
    const path = build?.options?.outputPath;
    const base = typeof path === 'string' ? path : (path?.base ?? `dist/${name}`);
    const browser = typeof path === 'object' && typeof path?.browser === 'string' ? path.browser : 'browser';
    const isApplication = /:application$|build-angular:browser-esbuild$/.test(String(build?.builder));
    const output = isApplication && browser !== '' ? `${base}/${browser}` : String(base);
    if (name !== undefined && isInside(output)) return { output: trimmed(output), why };
  } catch {
    // No such file, or none that can be read: the usual folder.
  }
  return { output: 'dist', why: 'usual of Angular' };
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}

function trimmed(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '');
}
