import type { Place } from '@dockwarden-internal/syntax';
import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { World } from '../model/world.ts';
import { vocabulary } from '../vocabulary/registry.ts';
import { candidateKind } from './candidate-kind.ts';
import { type Root, rootPaths } from './root.ts';
import { secretsInText } from './secrets-in-text.ts';
import { subjectsOf } from './subjects.ts';
import { worldRoots } from './world-roots.ts';

/** Every stretch of a file whose text may be a secret and must not be printed, whichever root sees it; the same list each time. */
export function sensitivePlaces(world: World, path: string): readonly Place[] {
  const { files, rootsOf } = secretsOf(world);
  let places = files.get(path);
  if (!places) {
    const all = (rootsOf.get(path) ?? unlisted(world, path)).flatMap(placesInRoot);
    places = shortest(all.filter(({ source }) => source.path === path));
    files.set(path, places);
  }
  return places;
}

/** Of places that end together the shortest, in order: `NAME=value` as an item of a list, and the value as a fact of its own. */
function shortest(places: readonly Place[]): Place[] {
  const byEnd = new Map<number, Place>();
  for (const place of places) {
    const other = byEnd.get(place.span.end);
    if (!other || other.span.start < place.span.start) byEnd.set(place.span.end, place);
  }
  return [...byEnd.values()].sort((a, b) => a.span.start - b.span.start);
}

const secretsOf = memo((world: World) => {
  const rootsOf = new Map<string, Root[]>();
  const put = (path: string, ...roots: readonly Root[]) => rootsOf.set(path, [...(rootsOf.get(path) ?? []), ...roots]);
  for (const root of worldRoots(world)) {
    for (const path of rootPaths(root)) put(path, root);
    for (const { tree } of root.kind === 'compose' ? root.node.model.others : []) {
      const { source } = tree;
      put(source.path, root, { kind: 'compose-file', node: { world, source, tree } });
    }
  }
  return { rootsOf, files: new Map<string, readonly Place[]>() };
});

/** A Dockerfile that the run does not lint, but that a link leads to. */
function unlisted(world: World, path: string): readonly Root[] {
  const node = candidateKind(path) === 'dockerfile' ? world.dockerfileAt(path) : undefined;
  return node ? [{ kind: 'dockerfile', node }] : [];
}

/** Kinds that hold what may be a secret: every collection of theirs is looked through, not only what policies have for subjects. */
const owners: readonly KindName[] = [
  'instruction',
  'command',
  'service',
  'build',
  'logging',
  'compose-file',
  'raw-service',
];

/** The collections of a kind whose elements have something to hide, with what that is. */
const holdersOf = memo((owner: Kind) =>
  Object.values(owner.properties).flatMap(({ type, read }) => {
    if (type.shape !== 'facts') return [];
    const secrets = Object.values(kindNamed(type.kind).properties).filter(({ sensitive, at }) => sensitive && at);
    return secrets.length > 0 ? [{ read, secrets }] : [];
  }),
);

const found = new WeakMap<object, readonly Place[]>();

function placesInRoot(root: Root): readonly Place[] {
  let places = found.get(root.node);
  if (!places) {
    const written = owners.flatMap((owner) => (subjectsOf(root, owner) ?? []).flatMap((node) => placesIn(owner, node)));
    places = [...written, ...placesInBroken(root)];
    found.set(root.node, places);
  }
  return places;
}

/** Facts of a broken file leave out what could not be understood. */
function placesInBroken(root: Root): Place[] {
  if (root.kind !== 'dockerfile' && root.kind !== 'compose-file') return [];
  const { source, tree } = root.node;
  return tree.faults.length === 0 ? [] : secretsInText(source).map((span) => ({ source, span }));
}

function placesIn(owner: KindName, node: object): Place[] {
  return holdersOf(kindNamed(owner)).flatMap(({ read, secrets }) => {
    const elements = read(node as never);
    if (elements === undefined || isUnsure(elements)) return [];
    return (elements as readonly object[]).flatMap((element) =>
      secrets.flatMap(({ sensitive, at }) => (sensitive!(element as never) && at!(element as never)) || []),
    );
  });
}

function kindNamed(name: KindName): Kind {
  return vocabulary[name] as unknown as Kind;
}
