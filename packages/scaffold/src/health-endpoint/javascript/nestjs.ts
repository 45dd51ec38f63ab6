import { baseName, folderOf } from '@dockwarden-internal/facts';
import { eolOf } from '../../compose/line-ending.ts';
import type { App } from '../../model/app.ts';
import type { HealthPlan, ServiceCheck } from '../health-plan.ts';
import { JAVASCRIPT } from '../source/language.ts';
import { isOurs, modulePath } from '../source/module-name.ts';
import { type ProgramFile, programFiles } from '../source/program-files.ts';
import { routeOf } from '../source/route-of.ts';
import { reads } from '../source/token.ts';
import { isRoute } from './is-route.ts';
import { moduleStyle } from './module-style.ts';
import { nestModule } from './nest-module.ts';
import { rootModule, withImport } from './nest-registration.ts';

const MODULE = 'HealthEndpointModule';

/** A module of its own beside `AppModule`, among whose imports it is put. */
export function planNestRoute(app: App, asked: string, checks: readonly ServiceCheck[]): HealthPlan | undefined {
  const files = programFiles(app, JAVASCRIPT, ['@nestjs/', MODULE]).filter(({ path }) => !isOurs(app, path));
  const roots = files.filter((file) => rootModule(file) !== undefined);
  const registered = files.find(({ tokens }) => tokens.some(({ kind, text }) => kind === 'word' && text === MODULE));
  const prefix = globalPrefix(files);
  const below = asked.startsWith(`${prefix}/`) ? asked.slice(prefix.length) : asked;
  const path = `${prefix}${below}`;
  const there = registered ? undefined : routeOf(files, below, isRoute);
  if (there)
    return { files: [], notes: [`${there.path} has a route ${path}: nothing is added.`], path, registered: true };
  const file = registered ?? roots[0] ?? files[0];
  if (!file) return undefined;
  const style = moduleStyle(app, file, files);
  const names = ['health.module', 'health-endpoint.module'].map((name) => `${name}.${style.extension}`);
  const module = modulePath(app, folderOf(file.path), names);
  if (!module) return undefined;
  const written = { path: module, text: nestModule(checks, style, below).replaceAll('\n', eolOf(file.text)) };
  const moved = path === asked ? [] : [`The app has a global prefix: the route answers at ${path}.`];
  if (registered) return { files: isOurs(app, module) ? [written] : [], notes: moved, path, registered: true };
  const { quote, semicolon, suffix } = style;
  const from = `./${baseName(module).slice(0, -style.extension.length - 1)}${suffix}`;
  const importLine = `import { ${MODULE} } from ${quote}${from}${quote}${semicolon}`;
  const decorator = roots.length === 1 ? rootModule(file) : undefined;
  const text = decorator === undefined ? undefined : withImport(file, decorator, MODULE, importLine);
  if (text !== undefined)
    return { files: [written, { path: file.path, text, edited: true }], notes: moved, path, registered: true };
  const note = `Nothing answers at ${path} yet: the imports of the app's root module cannot be told for sure. Add this line to its file, and ${MODULE} to its imports:\n${importLine}`;
  return { files: [written], notes: [note, ...moved], path, registered: false };
}

/** What `app.setGlobalPrefix('api')` puts before every route: `/api`, or nothing. */
function globalPrefix(files: readonly ProgramFile[]): string {
  for (const { tokens } of files)
    for (let at = 0; at < tokens.length; at++)
      if (reads(tokens, at, 'setGlobalPrefix', '(', '')) {
        const prefix = tokens[at + 2]!.text.replace(/^\/|\/$/g, '');
        if (/^[\w./-]+$/.test(prefix)) return `/${prefix}`;
      }
  return '';
}
