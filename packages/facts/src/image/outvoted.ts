import { memo } from '../kernel/memo.ts';
import { isUnsure, known, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Image, Reference } from '../model/image.ts';
import { partsOf } from './parts.ts';
import { releaseOf } from './release.ts';
import { usesOf } from './uses.ts';

/**
 * A reference of the workspace to the version of this image's repository that at least half of its uses name, where that is another one; of two
 * halves the newer. Variants of one version agree, as do `22` and `22.11`, but not two digests of one tag.
 */
export function outvotedBy(image: Image): Maybe<Reference> {
  const release = releaseOf(image);
  if (release === undefined) return undefined;
  if (isUnsure(release)) return unknown;
  const uses = usesOf(image);
  const usual = usualRelease(uses);
  if (usual && !agree(release, usual.value)) return usual.first;
  const { tag, digest } = partsOf(image);
  if (digest === undefined) return undefined;
  if (isUnsure(digest)) return unknown;
  const pinned = usualDigests(uses).get(tag as string);
  return pinned && pinned.value !== digest ? pinned.first : undefined;
}

const usualRelease = memo((uses: readonly Reference[]): Choice | undefined => {
  return commonest(uses, (image) => known(releaseOf(image)));
});

/** By tag, the digest that most references with that tag name. */
const usualDigests = memo((uses: readonly Reference[]): ReadonlyMap<string, Choice> => {
  const byTag = new Map<string, Reference[]>();
  for (const use of uses) {
    const tag = use.image && known(partsOf(use.image).tag);
    if (tag === undefined) continue;
    const same = byTag.get(tag);
    if (same) same.push(use);
    else byTag.set(tag, [use]);
  }
  const choices = new Map<string, Choice>();
  for (const [tag, same] of byTag) {
    const choice = commonest(same, (image) => known(partsOf(image).digest));
    if (choice) choices.set(tag, choice);
  }
  return choices;
});

/** What at least half of some references name; of two halves, the newer. */
interface Choice {
  readonly value: string;
  readonly first: Reference;
  readonly count: number;
}

function commonest(uses: readonly Reference[], read: (image: Image) => string | undefined): Choice | undefined {
  const found = new Map<string, Choice>();
  for (const use of uses) {
    const value = use.image && read(use.image);
    if (value === undefined) continue;
    const before = found.get(value);
    found.set(value, { value, first: before?.first ?? use, count: (before?.count ?? 0) + 1 });
  }
  const choices = [...found.values()].sort((a, b) => b.count - a.count || newerFirst(a.value, b.value));
  const all = choices.reduce((sum, { count }) => sum + count, 0);
  return choices[0] && choices[0].count * 2 >= all ? choices[0] : undefined;
}

function newerFirst(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true });
}

/** `22` and `22.11` agree: one says less. */
function agree(one: string, other: string): boolean {
  const [less, more] = one.length < other.length ? [one, other] : [other, one];
  return more === less || (more.startsWith(less) && /[._]/.test(more[less.length]!));
}
