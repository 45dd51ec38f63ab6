import type { HealthRoute } from '../../../detect/health-route.ts';
import type { SourceFile } from '../../../detect/source-files.ts';

const NAME = /^(?:_?health(?:z|[_-]?check)?|livez?|readyz?|ping)$/;

/**
 * The route that says how an app of Remix or React Router is, where it is a file: `app/routes/api.health.ts` is `/api/health`, and a segment that
 * begins with `_` is no part of the path. Source: Remix, React Router, "File Route Conventions".
 */
export function routeFile(files: readonly SourceFile[]): HealthRoute | undefined {
  for (const { path: file } of files) {
    const name = /(?:^|\/)app\/routes\/([\w.-]+)(?:\/route)?\.[jt]sx?$/.exec(file)?.[1];
    if (name === undefined) continue;
    const segments = name.split('.');
    const last = segments.pop()!;
    if (!NAME.test(last)) continue;
    const named = segments.filter((segment) => !segment.startsWith('_')).map((segment) => segment.replace(/_$/, ''));
    return { path: `/${[...named, last].join('/')}`, file };
  }
  return undefined;
}
