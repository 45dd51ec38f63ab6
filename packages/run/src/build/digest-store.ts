import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DigestStore } from '@dockwarden-internal/build';
import { readSealed, writeSealed } from '../cache/sealed-file.ts';

/** Digests of files, kept in one sealed file; what cannot be read or written is worked out anew. */
export function digestStore(path: string): DigestStore {
  return {
    load: () => {
      const content = readSealed(path);
      return content && Buffer.from(content).toString('utf8');
    },
    save: (text) => {
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeSealed(path, text);
      } catch {
        // The next run reads the files once more.
      }
    },
  };
}
