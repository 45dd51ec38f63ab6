import { createHash } from 'node:crypto';

/**
 * What a finding is remembered by: its id, the way to its subject (project, file, then stage, keyword and ordinal, or
 * service and key) and its words with blanks folded. Line numbers and secrets never enter.
 */
export function fingerprint(id: string, way: string, words: string): string {
  return createHash('sha256')
    .update([id, way, words.replace(/\s+/g, ' ').trim()].join('\0'))
    .digest('hex')
    .slice(0, 32);
}
