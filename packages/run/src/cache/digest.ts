import { hash } from 'node:crypto';

/** Of a text or of bytes, fit to be the name of a file. It tells contents apart; it keeps no secret. */
export function digest(content: string | Uint8Array): string {
  return hash('sha1', content, 'base64url');
}
