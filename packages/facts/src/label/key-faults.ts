/** Prefixes that Docker keeps for itself. Source: Docker object labels, "Key format recommendations". */
const reservedPrefixes = ['com.docker.', 'io.docker.', 'org.dockerproject.'];

/**
 * What Docker's recommendations hold against a label key, one clause each, in reading order; empty for a good key.
 * Source: Docker object labels, "Key format recommendations".
 */
export function keyFaultsOf(key: string): readonly string[] {
  const faults: string[] = [];
  if (!/^[a-z]/.test(key)) faults.push('does not begin with a lower-case letter');
  if (!/[a-z0-9]$/.test(key)) faults.push('does not end with a lower-case letter or digit');
  if (/[^a-z0-9.-]/.test(key)) faults.push('has characters other than lower-case letters, digits, dots and hyphens');
  if (/[.-]{2}/.test(key)) faults.push('has two separators in a row');
  if (reservedPrefixes.some((prefix) => key.startsWith(prefix))) faults.push('is in a namespace that Docker reserves');
  return faults;
}
