/**
 * A health check in JavaScript, which any of the bases can run. With `anyAnswer` a server that answers at all is well, if not with a fault
 * of its own.
 */
export function fetchProbe(program: string, port: number, path: string, anyAnswer: boolean): string[] {
  const well = anyAnswer ? 'r.status < 500' : 'r.ok';
  const script = `fetch('http://127.0.0.1:${port}${path}').then((r) => process.exit(${well} ? 0 : 1), () => process.exit(1))`;
  return [program, '-e', script];
}
