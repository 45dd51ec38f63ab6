import { MAX_BRACES } from '@dockwarden-internal/facts/source/path-globs';
import { Minimatch } from 'minimatch';

/** A test of a text, built once per pattern. */
export type TextTest = (text: string) => boolean;

/**
 * Builds a test from a regular expression, or says why it cannot. Policies of users get a linear-time engine; the
 * built-in ones are reviewed and use the platform's.
 */
export type CompilePattern = (pattern: string) => TextTest | { readonly error: string };

/** The platform's regular expressions, with RE2's leading `(?i)` understood. */
export const platformPattern: CompilePattern = (pattern) => {
  const [, flags = '', body = ''] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(pattern) ?? [];
  try {
    const expression = new RegExp(body, flags);
    return (text) => expression.test(text);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

const globs = new Map<string, TextTest>();
const mostGlobs = 1000;

/** A glob over the whole value: `*` stops at `/`, `**` does not. Fixes and roots ask for the same few again and again. */
export function globTest(pattern: string): TextTest {
  const known = globs.get(pattern);
  if (known) return known;
  if (globs.size >= mostGlobs) globs.clear();
  const test = compileGlob(pattern);
  globs.set(pattern, test);
  return test;
}

function compileGlob(pattern: string): TextTest {
  const glob = new Minimatch(pattern, {
    dot: true,
    nocomment: true,
    nonegate: true,
    noext: true,
    braceExpandMax: MAX_BRACES,
  });
  return (text) => glob.match(text);
}
