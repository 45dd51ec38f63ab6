import type { NodeFileSystem, OpenDisk } from '@dockwarden-internal/workspace';
import { overlayFileSystem } from './overlay-file-system.ts';

/** A root with some files as they are planned, nothing being written: what reads a workspace reads it as it will be. */
export function overlayDisk({ fs, listing }: OpenDisk, texts: ReadonlyMap<string, string>): OpenDisk {
  const bytesOf = (path: string, read: (path: string) => Uint8Array | undefined) => {
    const text = texts.get(path);
    return text === undefined ? read(path) : Buffer.from(text);
  };
  const over: NodeFileSystem = {
    ...overlayFileSystem(fs, texts),
    root: fs.root,
    entry: (path) => (texts.has(path) ? 'file' : fs.entry(path)),
    readBytes: (path) => bytesOf(path, fs.readBytes),
    readTextBytes: (path) => bytesOf(path, fs.readTextBytes),
  };
  const files = [...new Set([...listing.files, ...texts.keys()])].sort();
  return { fs: over, listing: { ...listing, files } };
}
