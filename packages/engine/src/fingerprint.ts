import { hash } from 'node:crypto';

/**
 * What a finding is remembered by: its id, the way to its subject (project, file, then stage, keyword and ordinal, or
 * service and key) and its words with blanks folded. Line numbers and secrets never enter.
 */
export function fingerprint(id: string, way: string, words: string): string {
  return hash('sha256', `${id}\0${way}\0${words.replace(/\s+/g, ' ').trim()}`, 'hex').slice(0, 32);
}
