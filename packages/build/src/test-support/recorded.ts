import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program wrote on a real engine, trimmed to what is read of it. */
export function recorded(name: string): string {
  return readFileSync(join(__dirname, 'recorded', name), 'utf8');
}
