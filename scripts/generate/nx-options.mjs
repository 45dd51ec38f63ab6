import { code, table } from './markdown.mjs';

/** Tables of docs/nx.md, from the option tables that the schemas of executors and generators are made from. */
export function nxOptions(options, meaning) {
  const rows = Object.entries(options)
    .filter(([, entry]) => !entry.hidden)
    .map(([name, entry]) => [
      code(name),
      entry.choices ? entry.choices.map(code).join(', ') : entry.type,
      entry.default === undefined ? '' : code(String(entry.default)),
      meaning(name, entry),
    ]);
  return table(['option', 'type', 'default', 'does'], rows);
}
