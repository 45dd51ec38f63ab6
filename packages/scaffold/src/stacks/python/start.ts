import { joinPath, relativeTo } from '@dockwarden-internal/facts';
import { TOOL_VERSIONS } from '../versions.ts';
import type { PythonApp } from './python-app.ts';

/** How an app is started: commands in exec form. */
export interface PythonStart {
  readonly command: readonly string[];
  /** With live reload; absent where nothing of the app's own can. */
  readonly reload?: readonly string[];
  /** A server that the app's packages lack: `gunicorn==27.0.1`. */
  readonly added?: string;
  /** Whether the command says the port. */
  readonly given: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

const HOST = '0.0.0.0';

export function pythonStart({ entry, packages }: PythonApp, root: string, port: number): PythonStart {
  const { target, factory, framework } = entry;
  const has = (name: string) => packages.names.has(name);
  if (framework === undefined) {
    const isFile = entry.from === root && entry.file === joinPath(root, `${target}.py`);
    return { command: ['python', ...(isFile ? [`${target}.py`] : ['-m', target])], given: false, environment: {} };
  }
  if (framework === 'fastapi') {
    const served = ['uvicorn', ...(factory ? ['--factory'] : []), target, '--host', HOST, '--port', `${port}`];
    const isThere = ['uvicorn', 'fastapi[standard]', 'fastapi[all]', 'uvicorn[standard]'].some(has);
    return {
      command: served,
      reload: [...served, '--reload'],
      ...(!isThere && { added: `uvicorn==${TOOL_VERSIONS.uvicorn}` }),
      given: true,
      environment: {},
    };
  }
  const reload =
    framework === 'django'
      ? ['python', relativeTo(root, entry.file) ?? 'manage.py', 'runserver', `${HOST}:${port}`]
      : ['flask', '--app', target, 'run', '--debug', '--host', HOST, '--port', `${port}`];
  if (has('waitress') && !has('gunicorn'))
    return {
      command: ['waitress-serve', '--host', HOST, '--port', `${port}`, ...(factory ? ['--call'] : []), target],
      reload,
      given: true,
      environment: {},
    };
  return {
    // Its workers' heartbeat is a file, which is slow on a disk and impossible on a read-only one. Source: Gunicorn, FAQ.
    command: [
      'gunicorn',
      '--bind',
      `${HOST}:${port}`,
      '--worker-tmp-dir',
      '/dev/shm',
      factory ? `${target}()` : target,
    ],
    reload,
    ...(!has('gunicorn') && { added: `gunicorn==${TOOL_VERSIONS.gunicorn}` }),
    given: true,
    environment: { WEB_CONCURRENCY: '2' },
  };
}
