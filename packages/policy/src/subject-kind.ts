import { type KindName, subjectTable, type Vocabulary } from '@dockwarden-internal/facts';

/** Keywords that may stand after `on:` for `on: instruction` with that keyword. */
export const keywordKinds: readonly string[] = [
  'from',
  'run',
  'copy',
  'add',
  'env',
  'arg',
  'cmd',
  'entrypoint',
  'expose',
  'volume',
  'workdir',
  'onbuild',
  'stopsignal',
  'maintainer',
];

/** The kind that `on` names; `user`, `label`, `shell` and `healthcheck` are facts of their own, not keywords. */
export function subjectKind(
  name: string,
  vocabulary: Vocabulary,
): { readonly kind: KindName; readonly keyword?: string } | undefined {
  if (Object.hasOwn(vocabulary, name)) return { kind: name as KindName };
  return keywordKinds.includes(name) ? { kind: 'instruction', keyword: name } : undefined;
}

/** False for kinds that are reached only through others; no file has facts of them by themselves. */
export function isSubject(kind: string): boolean {
  return Object.entries(subjectTable).some(([root, ways]) => root === kind || Object.hasOwn(ways, kind));
}
