const PARTS: Readonly<Record<string, readonly [start: number, end: number]>> = {
  YYYY: [0, 4],
  YY: [2, 4],
  MM: [5, 7],
  DD: [8, 10],
  HH: [11, 13],
  mm: [14, 16],
  ss: [17, 19],
};

/** True for `YYYYMMDD-HHmm`: parts of a date with the characters of a tag between them. */
export function isDateFormat(format: string): boolean {
  return /^(?:YYYY|YY|MM|DD|HH|mm|ss|[._-])+$/.test(format) && /[A-Za-z]/.test(format);
}

/** Writes an RFC 3339 date in UTC by a format; undefined where the date lacks a part that is wanted. */
export function formatDate(date: string, format: string): string | undefined {
  let isWhole = true;
  const text = format.replace(/YYYY|YY|MM|DD|HH|mm|ss/g, (part) => {
    const digits = date.slice(...PARTS[part]!);
    isWhole &&= /^\d+$/.test(digits);
    return digits;
  });
  return isWhole ? text : undefined;
}
