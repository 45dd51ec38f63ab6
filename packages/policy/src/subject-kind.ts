import { type KindName, subjectTable, type Vocabulary } from '@dockwarden-internal/facts';

/** Keywords of Dockerfiles, in the order of the reference. */
const keywords: readonly string[] = [
  'from',
  'run',
  'cmd',
  'label',
  'maintainer',
  'expose',
  'env',
  'add',
  'copy',
  'entrypoint',
  'volume',
  'user',
  'workdir',
  'arg',
  'onbuild',
  'stopsignal',
  'healthcheck',
  'shell',
];

/** Keywords that stand after `on:` for `on: instruction` with that keyword: all but those that are the name of a kind with facts of its own. */
export const keywordKinds: readonly string[] = keywords.filter((word) => !isSubject(word));

/** Keywords after `on:` that stand for a kind of that name, and not for instructions. */
export const kindsNamedAsKeywords: readonly string[] = keywords.filter(isSubject);

/** The kind that `on` names, and the keyword where it names instructions. */
export function subjectKind(
  name: string,
  vocabulary: Vocabulary,
): { readonly kind: KindName; readonly keyword?: string } | undefined {
  if (keywordKinds.includes(name)) return { kind: 'instruction', keyword: name };
  return Object.hasOwn(vocabulary, name) ? { kind: name as KindName } : undefined;
}

/** False for kinds that are reached only through others; no file has facts of them by themselves. */
export function isSubject(kind: string): boolean {
  return Object.entries(subjectTable).some(([root, ways]) => root === kind || Object.hasOwn(ways, kind));
}
