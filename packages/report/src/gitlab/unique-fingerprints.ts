import { hash } from 'node:crypto';

/** Gives each fingerprint once: the second of a kind gets one made of its own and its number, and so on in the order of the report. */
export function uniqueFingerprints(): (fingerprint: string) => string {
  const counts = new Map<string, number>();
  return (fingerprint) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : hash('sha256', `${fingerprint}\0${count}`, 'hex').slice(0, 32);
  };
}
