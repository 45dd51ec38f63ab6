import { isComposeFolder } from '../../../compose/own-folder.ts';
import { type App, pathIn } from '../../../model/app.ts';

/** Folders beside the build output that apps read while they run. */
const ASSETS = ['assets', 'drizzle', 'locales', 'migrations', 'public', 'static', 'templates', 'views'];

/** Folders and files that no app needs while it runs. */
const NOT_AT_RUN_TIME =
  /^\.|^(?:node_modules|tests?|__tests__|__mocks__|specs?|e2e|cypress|docs?|coverage|examples|scripts|tmp|temp|logs?|dist|build|out)$/;
const PROGRAM = /\.(?:[cm]?js|json|html|node|wasm)$/;
const TYPED = /\.[cm]?ts$/;
/** By their names these hold what is nobody's business but the host's. */
const SECRET = /secret|credential|service-?account|private/i;
const TOOLING =
  /^(?:package|package-lock|npm-shrinkwrap|[jt]sconfig.*|nx|project|turbo|lerna|nest-cli|angular|biome|renovate|jest.*|nodemon)\.jsonc?$|\.config\.[cm]?[jt]s$|[.-](?:test|spec|stories)\.[cm]?[jt]s$|^(?:gulpfile|Gruntfile)\./i;

/** Those of the usual folders of assets that the app has. */
export function assetFolders(app: App): string[] {
  return ASSETS.filter((name) => app.fs.kind(pathIn(app, name)) === 'directory');
}

/** What an app that runs from its sources consists of: folders and files of its own folder, sorted. */
export function sourceEntries(app: App, entry: string): string[] {
  const typed = TYPED.test(entry);
  const names = app.fs.list(app.project.root).filter((name) => {
    if (entry.startsWith(`${name}/`)) return true;
    if (SECRET.test(name)) return false;
    if (app.fs.kind(pathIn(app, name)) === 'directory')
      return !NOT_AT_RUN_TIME.test(name) && !isComposeFolder(app.fs, app.project.root, name);
    return (PROGRAM.test(name) || (typed && TYPED.test(name))) && !TOOLING.test(name) && !name.startsWith('.');
  });
  return [...new Set([...names, entry.split('/')[0]!])].sort();
}
