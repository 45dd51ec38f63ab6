import type { CompilePattern } from '@dockwarden-internal/policy';
import { RE2JS } from 're2js';

/** Regular expressions of users run in linear time, whatever they say and whatever they meet. */
export const linearPattern: CompilePattern = (pattern) => {
  try {
    const expression = RE2JS.compile(pattern);
    return (text) => expression.test(text);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};
