import { code, table } from '../generate/markdown.mjs';

/** The ids of the findings that speak about a fault: those that stand on its line, or in the block that the line opens. */
export function idsOf({ file, line, about }, findings, text) {
  const last = blockEnd(text.split('\n'), line);
  const isAbout = new RegExp(about, 'i');
  const here = findings.filter((each) => each.file === file && each.line >= line && each.line <= last);
  return [...new Set(here.filter(({ id, message }) => isAbout.test(id) || isAbout.test(message)).map(({ id }) => id))];
}

/** The last line that is indented deeper than the one it follows, or that one; lines from 1. */
function blockEnd(lines, line) {
  const depth = indent(lines[line - 1]);
  const next = lines.findIndex((text, index) => index >= line && indent(text) <= depth);
  return next < 0 ? lines.length : next;
}

function indent(text) {
  return text.search(/\S|$/);
}

/** The table of faults, as it stands in the README of the example. */
export function faultTable(faults) {
  const rows = faults.map(({ fault, file, line, ids }) => [
    fault,
    `[${file}:${line}](${file}#L${line})`,
    ids.map(code).join(', '),
  ]);
  return table(['fault', 'place', 'finding'], rows);
}
