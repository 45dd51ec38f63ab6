import { readSealedJson, writeSealed } from '../cache/sealed-file.ts';

/** Which `build.refresh` date a builder last built each image under, so that a newer one is not answered from its cache. */
export interface Generations {
  isBuilt(image: string, refresh: string): boolean;
  note(image: string, refresh: string): void;
}

export function openGenerations(path: string | undefined, builder: string): Generations {
  const all = (path === undefined ? undefined : readSealedJson<Record<string, string>>(path)) ?? {};
  const nameOf = (image: string) => `${builder}\0${image}`;
  return {
    isBuilt: (image, refresh) => all[nameOf(image)] === refresh,
    note: (image, refresh) => {
      all[nameOf(image)] = refresh;
      try {
        if (path !== undefined) writeSealed(path, JSON.stringify(all));
      } catch {
        // The next build of this date takes nothing from the cache, once more.
      }
    },
  };
}
