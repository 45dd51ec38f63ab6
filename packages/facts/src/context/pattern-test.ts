import { ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';

/** Tests paths of a context against one pattern, as a line of an ignore file has it. */
export function patternTest(pattern: string): (path: string) => boolean {
  const matcher = ignoreMatcher(parseIgnore(sourceText('', pattern)));
  return (path) => matcher.match(path).ignored;
}
