const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes for people, in the powers of ten that Docker shows: `180 MB`, `1.2 GB`. */
export function byteText(bytes: number): string {
  let value = Math.abs(bytes);
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : value >= 9.95 ? 1 : 2;
  return `${bytes < 0 ? '-' : ''}${Number(value.toFixed(digits))} ${units[unit]}`;
}

/** By how many bytes something grew or shrank: `+1.2 MB`, `-180 kB`. */
export function byteChange(bytes: number): string {
  return bytes > 0 ? `+${byteText(bytes)}` : byteText(bytes);
}
