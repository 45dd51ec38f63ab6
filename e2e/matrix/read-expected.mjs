import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The table of expected.yaml: tools, reasons and changes; `expected` tells what a tool selects after a change. */
export function readExpected() {
  const table = parse(readFileSync(join(import.meta.dirname, 'expected.yaml'), 'utf8'));
  return {
    ...table,
    expected({ lint, build, except = {} }, tool) {
      const wanted = { lint, build, ...only(except[tool]) };
      // Of one task there is all or nothing.
      return table.lintsInOneTask.includes(tool) && wanted.lint.length > 0 ? { ...wanted, lint: ['all'] } : wanted;
    },
  };
}

function only({ lint, build } = {}) {
  return { ...(lint && { lint }), ...(build && { build }) };
}

/** A file's text after a change of the table. */
export function edited(text, { file, append, find, replace }) {
  if (append !== undefined) return `${text ?? ''}${append}`;
  if (!text?.includes(find)) throw new Error(`${file} does not say ${find}`);
  return text.replace(find, replace);
}
