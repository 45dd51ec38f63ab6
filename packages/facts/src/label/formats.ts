import { isSpdxExpression } from './spdx-expression.ts';

export type LabelFormat = 'url' | 'rfc3339' | 'spdx' | 'git-hash' | 'semver' | 'email';

/** Every format that a label's value has, in the order of the list; a value may have several (`1.0.0` has one, `MIT` another). */
export function formatsOf(value: string): readonly LabelFormat[] {
  return checks.filter(([, holds]) => holds(value)).map(([format]) => format);
}

const checks: readonly (readonly [LabelFormat, (value: string) => boolean])[] = [
  ['url', isAbsoluteUrl],
  ['rfc3339', isRfc3339],
  ['spdx', isSpdxExpression],
  ['git-hash', (value) => /^([0-9a-f]{7}|[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)],
  ['semver', (value) => semver.test(value)],
  ['email', (value) => /^[^\s@<>,;:"()[\]\\]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(value)],
];

/** Semantic Versioning 2.0.0. */
const semver =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-z-][\da-z-]*)(\.(0|[1-9]\d*|\d*[a-z-][\da-z-]*))*)?(\+[\da-z-]+(\.[\da-z-]+)*)?$/i;

function isAbsoluteUrl(value: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]/i.test(value) && !/\s/.test(value) && URL.canParse(value);
}

/** RFC 3339, section 5.6, with the days of the month counted; a leap second is let through. */
function isRfc3339(value: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d):(\d\d)(\.\d+)?(z|[+-](\d\d):(\d\d))$/i.exec(value);
  if (!parts) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const daysOfMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const offsetFits = Number(parts[9] ?? 0) <= 23 && Number(parts[10] ?? 0) <= 59;
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOfMonth &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 60 &&
    offsetFits
  );
}
