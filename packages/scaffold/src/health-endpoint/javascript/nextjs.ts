import { type App, pathIn, readIn } from '../../model/app.ts';
import type { HealthPlan, ServiceCheck } from '../health-plan.ts';
import { isOurs } from '../source/module-name.ts';
import { nextHandler, nextPage } from './next-module.ts';

const EXTENSIONS = ['ts', 'js', 'tsx', 'jsx', 'mjs'];

/** A file whose place is its route: nothing has to register it. Where there is no folder of the app router, an API route of the pages router. */
export function planNextRoute(app: App, asked: string, checks: readonly ServiceCheck[]): HealthPlan | undefined {
  const config = ['ts', 'mjs', 'js', 'cjs', 'mts'].map((end) => readIn(app, `next.config.${end}`)).find(Boolean) ?? '';
  const appFolder = ['app', 'src/app'].find((name) => isFolder(app, name));
  const pagesFolder = ['pages', 'src/pages'].find((name) => isFolder(app, name));
  if (appFolder === undefined && pagesFolder === undefined) return undefined;
  const base = /\bbasePath:\s{0,9}["'`](\/[\w./-]{1,200})["'`]/.exec(config)?.[1] ?? '';
  const own = asked.startsWith(`${base}/`) ? asked.slice(base.length) : asked;
  const route = appFolder !== undefined || own.startsWith('/api/') ? own : `/api${own}`;
  const path = `${base}${route}`;
  if (/\boutput:\s{0,9}["'`]export["'`]/.test(config))
    return {
      files: [],
      notes: ['A static export has no routes: let its server answer for it.'],
      path,
      registered: false,
    };
  const typescript = readIn(app, 'tsconfig.json') !== undefined;
  const end = typescript ? 'ts' : 'js';
  const place = appFolder === undefined ? `${pagesFolder}${route}` : `${appFolder}${route}`;
  const file = pathIn(app, appFolder === undefined ? `${place}.${end}` : `${place}/route.${end}`);
  const rival = rivals(place, appFolder !== undefined)
    .map((name) => pathIn(app, name))
    .find((name) => app.fs.kind(name) === 'file' && !isOurs(app, name));
  if (rival)
    return { files: [], notes: [`${rival} answers at ${path} already: nothing is added.`], path, registered: true };
  const cachesComponents = /\b(?:cacheComponents|dynamicIO):\s{0,9}true/.test(config);
  const text =
    appFolder === undefined ? nextPage(checks, typescript) : nextHandler(checks, typescript, cachesComponents);
  return {
    files: [{ path: file, text }],
    notes: [...moved(path, asked), ...before(app, path)],
    path,
    registered: true,
  };
}

function isFolder(app: App, name: string): boolean {
  return app.fs.kind(pathIn(app, name)) === 'directory';
}

/** Files that answer at the same place, or that may not stand beside a route. */
function rivals(place: string, inApp: boolean): string[] {
  return EXTENSIONS.flatMap((end) =>
    inApp ? [`${place}/route.${end}`, `${place}/page.${end}`] : [`${place}.${end}`, `${place}/index.${end}`],
  );
}

function moved(path: string, asked: string): string[] {
  return path === asked ? [] : [`The route answers at ${path}, as the project's folders and configuration have it.`];
}

/** Source: Next.js documentation, "Middleware"; it is called proxy from version 16 on. */
function before(app: App, path: string): string[] {
  const file = ['middleware', 'proxy']
    .flatMap((name) => ['', 'src/'].flatMap((folder) => ['ts', 'js'].map((end) => `${folder}${name}.${end}`)))
    .find((name) => readIn(app, name) !== undefined);
  return file === undefined ? [] : [`${pathIn(app, file)} runs before every route: see that it lets ${path} pass.`];
}
