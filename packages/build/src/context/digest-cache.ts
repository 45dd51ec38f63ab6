import { type KeptDigest, readDigests, writeDigests } from './digest-text.ts';

/** Where digests are kept between runs. Whoever hands this in decides on the folder and writes so that no half is ever read. */
export interface DigestStore {
  load(): string | undefined;
  save(text: string): void;
}

/** Digests of files by absolute path, believed while a file's stamp is the same. */
export interface DigestCache {
  get(absolute: string, stamp: string): string | undefined;
  /**
   * `time`: the later of the file's modification and change time; `readAt`: when reading it began; both in milliseconds since 1970. A file
   * that was touched so shortly before that the same times could stand for other bytes is not kept: git calls it racily clean.
   */
  set(absolute: string, stamp: string, digest: string, time: number, readAt: number): void;
  /** Hands the digests to the store, if there is anything new. */
  save(): void;
}

/** The coarsest clock of a file system in use: FAT counts in steps of two seconds. */
export const GRANULARITY = 2_000;
/** Days after which a digest that nobody asked for is dropped, and as many digests are kept. */
const MOST_DAYS = 30;
const MOST_DIGESTS = 200_000;
/** Asking for a digest is written down when it was last written down so many days ago. */
const RENEWED_AFTER = 7;
const DAY = 86_400_000;

/** `now` (milliseconds since 1970) and `granularity` are handed in by tests. */
export function openDigestCache(
  store: DigestStore | undefined,
  { now = Date.now, granularity = GRANULARITY }: { readonly now?: () => number; readonly granularity?: number } = {},
): DigestCache {
  const today = Math.floor(now() / DAY);
  let isChanged = false;
  let loaded: Map<string, KeptDigest> | undefined;
  const kept = (): Map<string, KeptDigest> => {
    const text = loaded ? undefined : store?.load();
    loaded ??= (text === undefined ? undefined : readDigests(text)) ?? new Map();
    return loaded;
  };
  return {
    get(absolute, stamp) {
      const found = kept().get(absolute);
      if (found?.stamp !== stamp) return undefined;
      if (found.day + RENEWED_AFTER <= today) {
        kept().set(absolute, { ...found, day: today });
        isChanged = true;
      }
      return found.digest;
    },
    set(absolute, stamp, digest, time, readAt) {
      if (time >= readAt - granularity) return;
      kept().set(absolute, { stamp, digest, day: today });
      isChanged = true;
    },
    save() {
      if (!isChanged || !store) return;
      isChanged = false;
      store.save(writeDigests(trimmed(kept(), today)));
    },
  };
}

function trimmed(kept: ReadonlyMap<string, KeptDigest>, today: number): ReadonlyMap<string, KeptDigest> {
  const used = [...kept].filter(([, { day }]) => day + MOST_DAYS > today);
  if (used.length > MOST_DIGESTS) used.sort(([, a], [, b]) => b.day - a.day);
  return new Map(used.slice(0, MOST_DIGESTS));
}
