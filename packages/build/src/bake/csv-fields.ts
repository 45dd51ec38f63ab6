/** `key=value` fields as buildx reads them: one line of CSV, so that a value with a comma or a quote is quoted with its key. */
export function csvFields(fields: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(fields)
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([key, value]) => quoted(`${key}=${value}`))
    .join(',');
}

function quoted(field: string): string {
  return /[",\n\r]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
