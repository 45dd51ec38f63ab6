/** The port, or the next one that nobody has; it is then taken. */
export function freePort(wanted: number, taken: Set<number>): number {
  let port = wanted;
  while (taken.has(port)) port++;
  taken.add(port);
  return port;
}
