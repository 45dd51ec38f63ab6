/** Nanoseconds in each unit that Go's `time.ParseDuration` knows. */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

const PART = /(?:(\d+)(?:\.(\d*))?|\.(\d+))(ns|us|µs|μs|ms|s|m|h)/y;

/** A duration such as `1m30s` in nanoseconds; undefined where Go reads none. */
export function goDuration(text: string): number | undefined {
  const unsigned = text.replace(/^[+-]/, '');
  const sign = text.startsWith('-') ? -1 : 1;
  if (unsigned === '0') return 0;
  let total = 0;
  PART.lastIndex = 0;
  for (let at = 0; at < unsigned.length; at = PART.lastIndex) {
    const part = PART.exec(unsigned);
    if (!part) return undefined;
    const [, whole = '0', fraction = '', bareFraction = ''] = part;
    const unit = UNITS[part[4]!]!;
    total += Number(whole) * unit + Math.trunc(Number(`0.${fraction || bareFraction || 0}`) * unit);
  }
  return unsigned === '' || total >= 2 ** 63 ? undefined : sign * total;
}

/** Go's `strconv.ParseBool`. */
export function goBoolean(text: string): boolean | undefined {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  return /^(0|f|F|FALSE|false|False)$/.test(text) ? false : undefined;
}

/** Go's `strconv.ParseInt` with 32 bits. */
export function goInt32(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

/** Whether docker/go-units reads a size in it: a number, a blank or none, and k, m, g, t, p with or without b or ib. */
export function goSize(text: string): boolean {
  const match = /^(.*[\d.]) ?(?:b|[kmgtp](?:i?b)?)?$/i.exec(text);
  return match !== null && isFloat(match[1]!);
}

/** The decimal numbers that Go's `strconv.ParseFloat` reads, but for negative ones. */
function isFloat(text: string): boolean {
  return /^\+?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
}
