import { posix } from 'node:path';
import { logicalLines, splitWords } from './dockerfile-words.ts';
import { filledIn } from './filled-in.ts';
import { literalValues } from './literal-values.ts';

/** All of the build context: what `COPY . .` reads. */
export const WHOLE_CONTEXT = '.';

/**
 * What a Dockerfile reads from its build context: the sources of COPY, ADD and bind mounts, cleaned, as globs relative to the
 * context; `.` is all of it. Meant for task inputs, so what is unclear is widened, never left out: a variable without a value of the file's own stands
 * for anything below the folder that it is in. Line by line on purpose: this runs on every command of the task runner.
 * Source: Dockerfile reference, "COPY", "ADD", "RUN --mount=type=bind".
 */
export function contextSources(text: string): string[] {
  const found = new Set<string>();
  const lines = logicalLines(text);
  const values = literalValues(lines);
  for (const line of lines) {
    const [, keyword, rest] = /^\s*(?:ONBUILD\s+)?(COPY|ADD|RUN)\s+(.*)$/is.exec(line) ?? [];
    if (!keyword || rest === undefined) continue;
    const sources = keyword.toUpperCase() === 'RUN' ? mountSources(rest) : copySources(rest);
    for (const source of sources) for (const one of filledIn(source, values)) found.add(cleanSource(one));
  }
  return [...found].sort();
}

function copySources(rest: string): string[] {
  const flags = /^(?:--\S+\s+)*/.exec(rest)?.[0] ?? '';
  // Another stage, image or named context is not this context.
  if (/(?:^|\s)--from=/.test(flags)) return [];
  const words = wordsOf(rest.slice(flags.length));
  return words.slice(0, -1).filter((word) => !/^(?:<<|[a-z][a-z0-9+.-]*:\/\/|git@)/i.test(word));
}

function mountSources(rest: string): string[] {
  const sources: string[] = [];
  for (const [, value = ''] of rest.matchAll(/--mount=(\S+)/g)) {
    const fields = new Map(value.split(',').map((field) => splitField(field)));
    // `type=bind` is the default; without a source the mount is of the whole context.
    if ((fields.get('type') ?? 'bind') !== 'bind' || fields.has('from')) continue;
    sources.push(fields.get('source') ?? fields.get('src') ?? WHOLE_CONTEXT);
  }
  return sources;
}

function splitField(field: string): [string, string] {
  const at = field.indexOf('=');
  return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1).replace(/^["']|["']$/g, '')];
}

function wordsOf(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) {
    try {
      const words: unknown = JSON.parse(trimmed);
      if (Array.isArray(words)) return words.filter((word) => typeof word === 'string');
    } catch {
      // Not the JSON form: BuildKit reads it as words, too.
    }
  }
  return splitWords(trimmed);
}

function cleanSource(source: string): string {
  const parts = posix.normalize(`/${source}`).split('/').filter(Boolean);
  const variable = parts.findIndex((part) => part.includes('$'));
  const kept = variable < 0 ? parts : [...parts.slice(0, variable), '**'];
  if (kept.length === 0 || (kept.length === 1 && /^\*+$/.test(kept[0]!))) return WHOLE_CONTEXT;
  return kept.join('/');
}
