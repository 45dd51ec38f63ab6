const NAMED = new Map<string, boolean | number | null>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

for (const spelling of ['.inf', '.Inf', '.INF']) {
  NAMED.set(spelling, Number.POSITIVE_INFINITY);
  NAMED.set(`+${spelling}`, Number.POSITIVE_INFINITY);
  NAMED.set(`-${spelling}`, Number.NEGATIVE_INFINITY);
}
for (const spelling of ['.nan', '.NaN', '.NAN']) NAMED.set(spelling, Number.NaN);

const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * What a plain scalar means. The core schema of YAML 1.2 with the older spellings that go-yaml 3, and so Compose,
 * still reads: `0440` is octal, `0b101` binary, `1_000` a thousand. `yes`, `on` and `22:22` are text.
 */
export function plainValue(text: string): string | number | boolean | null {
  const named = NAMED.get(text);
  if (named !== undefined) return named;
  if (!startsLikeNumber(text)) return text;
  const digits = text.includes('_') && text[0] !== '.' ? text.replaceAll('_', '') : text;
  if (INTEGER.test(digits)) return Number(integerOf(digits));
  return FLOAT.test(digits) ? Number(digits) : text;
}

/** The integer that a plain scalar spells, exactly, also beyond 2^53; undefined where it spells none. */
export function exactInteger(text: string): bigint | undefined {
  const digits = text.replaceAll('_', '');
  return startsLikeNumber(text) && INTEGER.test(digits) ? integerOf(digits) : undefined;
}

function startsLikeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
}

function integerOf(digits: string): bigint {
  const negative = digits[0] === '-';
  const bare = negative || digits[0] === '+' ? digits.slice(1) : digits;
  const value = BigInt(/^0[0-7]/.test(bare) ? `0o${bare.slice(1)}` : bare);
  return negative ? -value : value;
}
