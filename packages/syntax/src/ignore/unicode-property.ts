import type { UnicodeProperty } from './glob.ts';

/** `\pL`, `\P{Greek}`, `\p{^Lu}`; undefined for a property that is not known. Source: Go regexp/syntax, parser.parseUnicodeClass. */
export function readProperty(text: string, at: number): { property: UnicodeProperty; end: number } | undefined {
  let name = text.slice(at + 2, at + 3);
  let end = at + 3;
  if (name === '{') {
    const close = text.indexOf('}', at);
    if (close < 0) return undefined;
    name = text.slice(at + 3, close);
    end = close + 1;
  }
  const inverted = name.startsWith('^');
  const test = propertyTest(inverted ? name.slice(1) : name);
  return test && { property: { test, negated: (text[at + 1] === 'P') !== inverted }, end };
}

/** JavaScript knows the same categories and scripts; the name is checked first, so that nothing else gets into the expression. */
function propertyTest(name: string): RegExp | undefined {
  if (name === 'Any') return /^[\s\S]$/u;
  if (!/^[A-Z][A-Za-z_]{0,30}$/.test(name)) return undefined;
  try {
    return new RegExp(name.length <= 2 ? `^\\p{gc=${name}}$` : `^\\p{Script=${name}}$`, 'u');
  } catch {
    return undefined;
  }
}
