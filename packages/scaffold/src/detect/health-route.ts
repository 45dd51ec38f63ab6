import type { SourceFile } from './source-files.ts';

/** What is said where a server runs that no source gives such a route. */
export const NO_HEALTH_ROUTE = 'No health route was found: any answer of / below 500 counts as well.';

/** A route that is there to be asked: its path, and the file that says it. */
export interface HealthRoute {
  readonly path: string;
  readonly file: string;
}

/** What such routes are called. The quotes around it keep it from matching within another path. */
const ROUTE =
  /["'`](?:[A-Z]{3,7} )?(\/?(?:[\w-]{1,40}\/){0,4}(?:_?health(?:z|[_-]?check)?|livez?|liveness|readyz?|readiness|ping|actuator\/health)\/?)["'`]/;

/** Words that a line with a route has, so that an address that is only called does not count. */
const DECLARES = /rout|path|get|handle|map|url|endpoint|controller/i;

/** The first route of a project's sources that says how the app is; undefined where no file has one. */
export function healthRoute(files: readonly SourceFile[]): HealthRoute | undefined {
  for (const { path: file, text } of files) {
    for (const line of text.split('\n')) {
      if (line.length > 400 || !DECLARES.test(line)) continue;
      const path = ROUTE.exec(line)?.[1];
      if (path !== undefined) return { path: path.startsWith('/') ? path : `/${path}`, file };
    }
  }
  return undefined;
}

/** Paths that can stand in an address without being escaped. */
export function isRoutePath(path: string): boolean {
  return /^\/[\w./~%-]*$/.test(path);
}
