const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    b: 1,
    ...Object.fromEntries([...'kmgt'].map((unit, index) => [`${unit}b`, 1000 ** (index + 1)])),
    ...Object.fromEntries([...'kmgt'].map((unit, index) => [`${unit}ib`, 1024 ** (index + 1)])),
  }),
);

/** Bytes of `300 MB`, `1.5 GiB`, `1024`: MB counts in thousands as `docker image ls` does, MiB in 1024s. Undefined for anything else. */
export function byteSize(size: string | number): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?) ?([a-z]{0,3})$/i.exec(String(size).trim());
  if (!match) return undefined;
  const unit = match[2] === '' ? 1 : UNITS.get(match[2]!.toLowerCase());
  return unit === undefined ? undefined : Math.trunc(Number(match[1]) * unit);
}
