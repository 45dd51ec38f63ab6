import { createHash } from 'node:crypto';

/**
 * What a finding is remembered by: its id, its projects' names, the way to its subject (stage, keyword and ordinal, or
 * service and key) and its words with blanks folded. Line numbers and secrets never enter.
 */
export function fingerprint(id: string, projects: readonly string[], way: string, words: string): string {
  return createHash('sha256')
    .update([id, projects.join(','), way, words.replace(/\s+/g, ' ').trim()].join('\0'))
    .digest('hex')
    .slice(0, 32);
}
