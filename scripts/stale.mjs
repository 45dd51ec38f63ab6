// Lists the tables of data with the day on which they were last held against their sources, the oldest first; ends with 1 where one is older
// than --days, or tells no day. A new table goes into scripts/stale/tables.json.
//
//   npm run stale -- [--days 180] [--today 2026-11-21]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { daysBetween, readTable } from './stale/table-age.mjs';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '180' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const most = Number(values.days);
if (!Number.isInteger(most) || most < 0 || Number.isNaN(Date.parse(values.today))) {
  console.error('stale: --days takes a number of days, and --today a day such as 2026-11-21');
  process.exit(2);
}
const root = join(import.meta.dirname, '..');
const tables = JSON.parse(readFileSync(join(import.meta.dirname, 'stale/tables.json'), 'utf8')).map(
  ({ what, file }) => {
    const { day, fault } = readTable(readFileSync(join(root, file), 'utf8'));
    const age = day === undefined ? Number.POSITIVE_INFINITY : daysBetween(day, values.today);
    return { what, file, day: day ?? 'no day    ', age, fault };
  },
);
for (const { what, file, day, age, fault } of tables.sort((a, b) => b.age - a.age)) {
  const word = fault ?? (age > most ? `${age} days old: look at its sources again` : '');
  console.log(`${day}  ${what.padEnd(34)} ${file}${word && `\n            ${word}`}`);
}
const stale = tables.filter(({ age }) => age > most).length;
console.log(`${tables.length} tables, ${stale} older than ${most} days`);
process.exitCode = stale > 0 ? 1 : 0;
