import type { HealthRoute } from '../../detect/health-route.ts';
import type { SourceFile } from '../../detect/source-files.ts';

const NAME = '_?health(?:z|[_-]?check)?|livez?|readyz?|ping';
const ROUTER = [
  new RegExp(`(?:^|/)app/((?:[^/]+/){0,6}(?:${NAME}))/route\\.[jt]s$`),
  new RegExp(`(?:^|/)pages/((?:[^/]+/){0,6}(?:${NAME}))(?:/index)?\\.[jt]sx?$`),
];

/** The route that says how the app is: Next.js has a file for each. Folders in parentheses are no part of the path. */
export function healthFile(files: readonly SourceFile[], root: string): HealthRoute | undefined {
  for (const { path } of files) {
    const own = root === '.' ? path : path.slice(root.length + 1);
    const found = ROUTER.map((pattern) => pattern.exec(own)?.[1]).find((one) => one !== undefined);
    if (found === undefined || found.includes('[')) continue;
    return {
      path: `/${found
        .split('/')
        .filter((part) => !/^\(.*\)$/.test(part))
        .join('/')}`,
      file: path,
    };
  }
  return undefined;
}
