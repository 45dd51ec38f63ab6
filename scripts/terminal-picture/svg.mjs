import { theme } from './theme.mjs';

const size = 14;
const column = 8.4;
const row = 20;
const padding = 20;
const bar = 36;
const font = 'ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,Liberation Mono,monospace';

/**
 * A window with a terminal's lines in it, as SVG. Every run stands on the grid by its own `x` and `textLength`, so that
 * columns meet whatever font the reader has. The same lines give the same bytes.
 */
export function terminalSvg(lines, { title, columns = widest(lines) }) {
  const width = round(columns * column + 2 * padding);
  const height = bar + lines.length * row + 2 * padding - (row - size);
  const name = escapeXml(title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="${theme.background}"/>`,
    `<path d="M0.5 ${bar}V10.5a10 10 0 0 1 10-10H${width - 10.5}a10 10 0 0 1 10 10V${bar}z" fill="${theme.bar}"/>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="none" stroke="${theme.border}"/>`,
    ...theme.buttons.map((fill, index) => `<circle cx="${20 + 20 * index}" cy="${bar / 2}" r="6" fill="${fill}"/>`),
    `<g font-family="${font}" font-size="${size}" fill="${theme.text}" xml:space="preserve">`,
    `<text x="${width / 2}" y="${bar / 2 + 5}" text-anchor="middle" fill="${theme.title}">${name}</text>`,
    ...lines.flatMap((runs, index) => lineSvg(runs, bar + padding + index * row + size - 3)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function lineSvg(runs, y) {
  const boxes = [];
  const spans = [];
  let at = 0;
  for (const run of runs) {
    const columns = displayWidth(run.text);
    const [x, length] = [round(padding + at * column), round(columns * column)];
    if (run.background)
      boxes.push(`<rect x="${x}" y="${y - size}" width="${length}" height="${row}" fill="${run.background}"/>`);
    if (run.text.trim() !== '' || run.underline)
      spans.push(`<tspan x="${x}" textLength="${length}"${attributes(run)}>${escapeXml(run.text)}</tspan>`);
    at += columns;
  }
  return spans.length > 0 ? [...boxes, `<text y="${y}">${spans.join('')}</text>`] : boxes;
}

function attributes({ fill, bold, dim, italic, underline }) {
  return [
    fill && ` fill="${fill}"`,
    bold && ' font-weight="bold"',
    dim && ' fill-opacity="0.6"',
    italic && ' font-style="italic"',
    underline && ' text-decoration="underline"',
  ]
    .filter(Boolean)
    .join('');
}

function widest(lines) {
  return Math.max(40, ...lines.map((runs) => runs.reduce((width, run) => width + displayWidth(run.text), 0)));
}

const wide =
  /[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

function displayWidth(text) {
  return Array.from(text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')).reduce(
    (width, character) => width + (wide.test(character) ? 2 : 1),
    0,
  );
}

function round(value) {
  return Math.round(value * 10) / 10;
}

/** Text for an attribute or an element; characters that XML 1.0 forbids are replaced. */
function escapeXml(text) {
  const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return Array.from(text, (character) =>
    character < ' ' && character !== '\t' ? '\uFFFD' : (names[character] ?? character),
  ).join('');
}
