import { type FileSystem, joinPath } from '@dockwarden-internal/facts';

/** What Compose files read beside an app: folder and the only file that it holds there. */
const FILES: Readonly<Record<string, string>> = { proxy: 'nginx.conf', logs: 'vector.yaml' };

/** Whether a folder of a project is there for its Compose files alone, and no part of the app: secrets, a sidecar's configuration. */
export function isComposeFolder(fs: FileSystem, root: string, name: string): boolean {
  if (name === 'secrets') return true;
  const names = fs.list(joinPath(root, name));
  return names.length > 0 && names.every((each) => each === FILES[name]);
}
