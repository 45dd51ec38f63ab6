import { positionAt } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { entriesAt, readJson } from '@dockwarden-internal/workspace/json-file';
import type { Remark } from './migration.ts';

/** Files that say what runs in CI, before a commit, or by a short name. */
const CALLERS: readonly RegExp[] = [
  /^\.github\/workflows\/[^/]+\.ya?ml$/,
  /^\.github\/actions\/.+\.ya?ml$/,
  /^\.gitlab-ci\.yml$/,
  /^\.gitlab\/.+\.ya?ml$/,
  /^\.circleci\/config\.ya?ml$/,
  /^azure-pipelines\.ya?ml$/,
  /^bitbucket-pipelines\.ya?ml$/,
  /^Jenkinsfile$/,
  /^\.pre-commit-config\.ya?ml$/,
  /^\.husky\/[^/]+$/,
  /^(?:lefthook|\.lefthook)\.ya?ml$/,
  /^\.lintstagedrc(?:\.[a-z]+)?$/,
  /(?:^|\/)[Mm]akefile$/,
  /(?:^|\/)[Tt]askfile\.ya?ml$/,
  /(?:^|\/)justfile$/,
];

/** What can be said in one line of a list. */
const LONGEST = 100;

/** The lines of CI files, hooks and scripts in which a tool is called. */
export function findMentions(fs: NodeFileSystem, listing: readonly string[], pattern: RegExp): readonly Remark[] {
  return listing.flatMap((path) => {
    if (/(?:^|\/)package\.json$/.test(path)) return inScripts(fs, path, pattern);
    if (!CALLERS.some((caller) => caller.test(path))) return [];
    const lines = (fs.read(path) ?? '').split('\n');
    return lines.flatMap((line, index) =>
      pattern.test(line) && !/^\s*(?:#|\/\/)/.test(line) ? [{ path, line: index + 1, text: cut(line.trim()) }] : [],
    );
  });
}

function inScripts(fs: NodeFileSystem, path: string, pattern: RegExp): Remark[] {
  if (!pattern.test(fs.read(path) ?? '')) return [];
  const json = readJson(fs, path);
  return entriesAt(json, 'scripts').flatMap(({ key, value }) =>
    typeof value.value === 'string' && pattern.test(value.value)
      ? [{ path, line: positionAt(json!.source, value.offset).line, text: cut(`script ${key}: ${value.value}`) }]
      : [],
  );
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
