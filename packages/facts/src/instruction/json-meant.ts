import { memo } from '../kernel/memo.ts';
import type { Instruction } from '../model/dockerfile.ts';

/** What is written like the exec form and is none, since it is no JSON; `repaired` where it can be told what was meant. */
export interface JsonMeant {
  readonly repaired?: string;
}

const WITH_JSON: ReadonlySet<string> = new Set(['run', 'cmd', 'entrypoint', 'healthcheck', 'copy', 'add', 'volume']);

/** Longer text is not looked at. */
const LONGEST = 10_000;

/**
 * Tells a JSON array gone wrong from shell text that begins with `[`, such as `[ -f x ] && y`. Absent where nothing of the kind is written.
 * Source: Dockerfile reference, "Exec form": what is no JSON is read as the shell form.
 */
export const jsonMeant = memo(({ node }: Instruction): JsonMeant | undefined => {
  if (node.json || !WITH_JSON.has(node.keyword) || node.argsEnd - node.argsStart > LONGEST) return undefined;
  const args = node.logical.text.slice(node.argsStart, node.argsEnd);
  const text = node.keyword === 'healthcheck' ? args.replace(/^cmd\s+/i, '') : args;
  if (!beginsAsJson(text, node.keyword)) return undefined;
  const repaired = text === args ? repair(text) : undefined;
  return repaired === undefined ? {} : { repaired };
});

function beginsAsJson(text: string, keyword: string): boolean {
  // A shell's test has a blank behind its bracket; a comma ends none of its words.
  if (/^\[["'\u2018-\u201f]/.test(text)) return true;
  if (/^\[\s+(?:"[^"]*"|'[^']*'|[\u2018-\u201f][^\u2018-\u201f]*[\u2018-\u201f])\s*,/.test(text)) return true;
  const bare = keyword === 'cmd' || keyword === 'entrypoint' || keyword === 'healthcheck';
  return bare && /^\[\s*[\w./-]+\s*(?:,.*)?\]$/s.test(text);
}

/** The array that small faults made none: other quotes, a comma too many, missing commas, no bracket at the end. */
function repair(text: string): string | undefined {
  const quoted = text.replace(/[\u201c-\u201f]/g, '"').replace(/[\u2018-\u201b]/g, "'");
  const strings = [...quoted.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g)].map(([string]) => string);
  const between = quoted.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '"').replace(/\s+/g, '');
  if (!/^\["(?:,?")*,?\]?$/.test(between)) return undefined;
  const parts = strings.map((string) => (string.startsWith("'") ? JSON.stringify(string.slice(1, -1)) : string));
  const repaired = `[${parts.join(', ')}]`;
  return isJson(repaired) ? repaired : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
