import { baseName, folderOf, isWithin, relativeTo } from '@dockwarden-internal/facts';
import type { SourceFile } from '../../detect/source-files.ts';

/** What Python apps of the web are made with. */
export type PythonFramework = 'fastapi' | 'flask' | 'django';

/** Where an app begins. */
export interface PythonEntry {
  readonly framework?: PythonFramework;
  /** `app.main:app`, `shop.wsgi:application`; `app.main` for a module that is run. */
  readonly target: string;
  /** Whether the target is a function that makes the app. */
  readonly factory: boolean;
  /** Folder that modules are imported from, from the workspace's root: the project's, or its src. */
  readonly from: string;
  readonly file: string;
}

/** Names of files that apps begin in, before all others. */
const USUAL = ['wsgi.py', 'asgi.py', 'main.py', 'app.py', 'server.py', 'api.py', '__init__.py'];

const MAKES: Readonly<Record<'fastapi' | 'flask', RegExp>> = {
  fastapi: /^(\w+)[ \t]*(?::[ \t]*[\w.]+[ \t]*)?=[ \t]*(?:\w+\.)?(?:FastAPI|Starlette|Litestar)\(/m,
  flask: /^(\w+)[ \t]*(?::[ \t]*[\w.]+[ \t]*)?=[ \t]*(?:flask\.)?Flask\(/m,
};
const MENTIONS: Readonly<Record<'fastapi' | 'flask', RegExp>> = {
  fastapi: /\b(?:FastAPI|Starlette|Litestar)\(/,
  flask: /\bFlask\(/,
};
const FACTORY = /^def[ \t]+(create_app|make_app|get_app|build_app|create_application)\(/m;
const CALLED = /^(app|application|server)[ \t]*=[ \t]*\w+\(/m;

/** The app that the sources of a project make, else the module that they are run by; undefined where neither is there. */
export function pythonEntry(root: string, files: readonly SourceFile[]): PythonEntry | undefined {
  const usual = [...files].sort((one, other) => rank(one) - rank(other));
  return djangoEntry(files) ?? madeEntry(root, usual) ?? moduleEntry(root, usual);
}

function rank({ path }: SourceFile): number {
  const at = USUAL.indexOf(baseName(path));
  return at < 0 ? USUAL.length : at;
}

/** Source: Django, "How to deploy with WSGI". */
function djangoEntry(files: readonly SourceFile[]): PythonEntry | undefined {
  const manage = files.find(
    ({ path, text }) => baseName(path) === 'manage.py' && text.includes('DJANGO_SETTINGS_MODULE'),
  );
  if (!manage) return undefined;
  const from = folderOf(manage.path);
  const below = files.filter(({ path }) => isWithin(path, from));
  const settings = /DJANGO_SETTINGS_MODULE["'],\s{0,80}["']([\w.]{1,200})["']/.exec(manage.text)?.[1]?.split('.')[0];
  const served = below.filter(({ path }) => /(?:^|\/)wsgi\.py$/.test(path));
  const wsgi = served.find(({ path }) => relativeTo(from, path)?.startsWith(`${settings}/`)) ?? served[0];
  if (!wsgi) return undefined;
  return {
    framework: 'django',
    target: `${moduleOf(from, wsgi.path)}:application`,
    factory: false,
    from,
    file: manage.path,
  };
}

function madeEntry(root: string, files: readonly SourceFile[]): PythonEntry | undefined {
  const framework = (['fastapi', 'flask'] as const).find((one) => files.some(({ text }) => MENTIONS[one].test(text)));
  if (!framework) return undefined;
  const entry = (file: SourceFile, name: string, factory: boolean): PythonEntry => {
    const from = importRoot(root, file.path);
    return { framework, target: `${moduleOf(from, file.path)}:${name}`, factory, from, file: file.path };
  };
  const started = files.find(({ path, text }) => rank({ path, text }) < 2 && CALLED.test(text));
  if (started) return entry(started, CALLED.exec(started.text)![1]!, false);
  const made = files.find(({ text }) => MAKES[framework].test(text));
  if (made) return entry(made, MAKES[framework].exec(made.text)![1]!, false);
  const factory = files.find(({ text }) => MENTIONS[framework].test(text) && FACTORY.test(text));
  return factory && entry(factory, FACTORY.exec(factory.text)![1]!, true);
}

/** What `python -m` runs: a package with a __main__, or a file of the root that says so. */
function moduleEntry(root: string, files: readonly SourceFile[]): PythonEntry | undefined {
  const depth = (path: string) => (relativeTo(root, path) ?? path).split('/').length;
  const main = files.find(({ path }) => baseName(path) === '__main__.py' && depth(path) <= 3);
  const script = files.find(
    ({ path, text }) => depth(path) === 1 && (/^if __name__ ==/m.test(text) || rank({ path, text }) < 6),
  );
  const file = script ?? main;
  if (!file) return undefined;
  const from = importRoot(root, file.path);
  return { target: moduleOf(from, file.path).replace(/\.?__main__$/, ''), factory: false, from, file: file.path };
}

/** Source: Python Packaging User Guide, "src layout vs flat layout". */
function importRoot(root: string, path: string): string {
  const src = root === '.' ? 'src' : `${root}/src`;
  return isWithin(path, src) ? src : root;
}

function moduleOf(from: string, path: string): string {
  return (relativeTo(from, path) ?? path)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
