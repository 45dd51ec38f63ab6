/** RFC 3339 in UTC, to the second, as the OCI specification asks of `created`. */
export function dateTime(epoch: number): string {
  return new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
