/** A day and a source, as a table of data tells them: keys of an object, tags of a comment, or lines of a text. */
const DAY = /(?:@asOf |["']?asOf["']?: ?)["']?(\d{4}-\d{2}-\d{2})\b/g;
const SOURCE = /(?:@source |["']?sources?["']?: ?)(?=\S)/;

/** Whether a text is a table that is dated. */
export function isDated(text) {
  return text.search(DAY) >= 0;
}

/**
 * The oldest day of a table: what was looked at last is no help where the rest is old. `fault` says what is missing of a table that
 * does not tell its day or its source.
 */
export function readTable(text) {
  const days = [...text.matchAll(DAY)].map(([, day]) => day);
  if (days.length === 0) return { fault: 'it has no day: write `@asOf 2026-11-21` above it, or the key "asOf"' };
  if (!SOURCE.test(text)) return { fault: 'it has no source: write `@source …` above it, or the key "source"' };
  const wrong = days.find((day) => Number.isNaN(Date.parse(day)));
  if (wrong) return { fault: `${wrong} is no day` };
  return { day: days.sort()[0] };
}

/** Whole days from one day to another. */
export function daysBetween(from, to) {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
