import { MAX_BRACES } from '@dockwarden-internal/facts/source/path-globs';
import { Minimatch } from 'minimatch';
import { MAX_GLOB_LENGTH } from './bounds.ts';
import type { FoundProject } from './found-project.ts';

/**
 * The names of the projects that patterns select, in order: a name, a glob of names, `tag:…`, `directory:…`, `*`; with `!`, taken away
 * again. Source: Nx 24, utils/find-matching-projects.
 */
export function matchingProjects(patterns: readonly string[], projects: readonly FoundProject[]): Set<string> {
  const selected = new Set<string>();
  const list = patterns[0]?.startsWith('!') ? ['*', ...patterns] : patterns;
  for (const pattern of list) {
    const negated = pattern.startsWith('!');
    const wanted = negated ? pattern.slice(1) : pattern;
    if (wanted === '' || wanted.length > MAX_GLOB_LENGTH) continue;
    for (const name of select(wanted, projects)) {
      if (negated) selected.delete(name);
      else selected.add(name);
    }
  }
  return selected;
}

function select(pattern: string, projects: readonly FoundProject[]): string[] {
  const names = (test: (project: FoundProject) => boolean) => projects.filter(test).map((project) => project.name);
  if (pattern === '*') return names(() => true);
  if (projects.some((project) => project.name === pattern)) return [pattern];
  const [, type, value] = /^(name|tag|directory):(.*)$/.exec(pattern) ?? [undefined, undefined, pattern];
  if (type === 'tag') {
    const matches = textMatcher(value);
    return names((project) => project.tags.some(matches));
  }
  const matches = textMatcher(value);
  const byName =
    type === 'directory' ? [] : names((project) => matches(project.name) || namesPart(value, project.name));
  return byName.length > 0 || type === 'name' ? byName : names((project) => matches(project.root));
}

function textMatcher(pattern: string): (text: string) => boolean {
  const glob = new Minimatch(pattern, { braceExpandMax: MAX_BRACES, nocomment: true, nonegate: true });
  return (text) => text === pattern || glob.match(text);
}

/** `ui` also selects `@acme/ui`: a whole part of the name, which hyphens do not end. */
function namesPart(part: string, name: string): boolean {
  const at = name.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0 || /[*?[\]{}!()]/.test(part)) return false;
  const isPart = (c: string | undefined) => c !== undefined && /[@a-zA-Z0-9-]/.test(c);
  return !isPart(name[at - 1]) && !isPart(name[at + part.length]);
}
