import { asFields } from '../../json/json-fields.ts';
import { type App, pathIn, readIn } from '../../model/app.ts';
import { fromRoot, nxBuildTarget, nxTargets, text } from '../node/project/nx-targets.ts';

/** A front end of an integrated Nx workspace. */
export interface NxSite {
  /** Package of the tool that builds it. */
  readonly package: string;
  /** Folder of the finished site, from the workspace's root. */
  readonly output: string;
  readonly why: string;
}

const ANGULAR =
  /^@(?:angular(?:-devkit)?|nx)\/(?:build(?:-angular)?|angular):(application|browser|browser-esbuild|webpack-browser)$/;
const VITE_CONFIGS = ['ts', 'mts', 'js', 'mjs', 'cjs'].map((ending) => `vite.config.${ending}`);

/**
 * What Angular or Vite build, by the app's target or the configuration of Vite beside a page. Undefined for anything else, and where a server is
 * built with it.
 */
export function nxSite(app: App): NxSite | undefined {
  const { root } = app.project;
  const { executor, options } = nxBuildTarget(nxTargets(app));
  const angular = ANGULAR.exec(executor ?? '')?.[1];
  if (angular !== undefined) {
    if (options.server !== undefined || (options.ssr !== undefined && options.ssr !== false)) return undefined;
    const base = text(options.outputPath) ?? text(asFields(options.outputPath).base) ?? `dist/${root}`;
    const folder = asFields(options.outputPath).browser ?? 'browser';
    const browser = angular === 'application' && typeof folder === 'string' ? folder : '';
    return siteAt(`${base}/${browser}`, root, '@angular/core', `target build of ${app.project.name}`);
  }
  const config = VITE_CONFIGS.find((name) => readIn(app, name) !== undefined);
  const isPage = app.fs.kind(pathIn(app, 'index.html')) === 'file';
  if (!isPage || (config === undefined && executor !== '@nx/vite:build')) return undefined;
  const told = text(options.outputPath);
  if (told !== undefined) return siteAt(told, root, 'vite', `target build of ${app.project.name}`);
  const beside = /\boutDir\s*:\s*['"`]([\w./-]+)['"`]/.exec(
    config === undefined ? '' : (readIn(app, config) ?? ''),
  )?.[1];
  return siteAt(
    `${root}/${beside ?? 'dist'}`,
    root,
    'vite',
    config === undefined ? 'usual of Vite' : pathIn(app, config),
  );
}

function siteAt(folder: string, root: string, tool: string, why: string): NxSite | undefined {
  const output = fromRoot(folder, root);
  return output === undefined ? undefined : { package: tool, output, why };
}
