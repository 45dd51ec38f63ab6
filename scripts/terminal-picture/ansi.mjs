import { theme } from './theme.mjs';

const esc = '\u001B';
const bell = '\u0007';
/** Control sequences (colours, cursor), and operating system commands (titles, links), per ECMA-48. */
const sequence = new RegExp(`(${esc}\\[[0-?]*[ -/]*[@-~]|${esc}\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\))`);

/**
 * Reads text with ANSI colours into lines of runs `{ text, fill?, background?, bold?, dim?, italic?, underline? }`.
 * Escape sequences that set no colour are dropped.
 */
export function readAnsi(text) {
  const lines = [[]];
  let style = {};
  for (const part of text.replaceAll('\r\n', '\n').split(sequence)) {
    if (!part.startsWith(esc)) addText(lines, part, style);
    else if (part.startsWith(`${esc}[`) && part.endsWith('m')) style = applyCodes(style, part.slice(2, -1));
  }
  while (lines.length > 0 && lines.at(-1).length === 0) lines.pop();
  return lines;
}

function addText(lines, text, style) {
  const [first, ...rest] = text.split('\n');
  if (first !== '') lines.at(-1).push({ text: first, ...style });
  for (const line of rest) lines.push(line === '' ? [] : [{ text: line, ...style }]);
}

/** A style after the codes of one `ESC [ … m`. */
function applyCodes(style, parameters) {
  const codes = parameters.split(/[;:]/).map(Number);
  let next = style;
  while (codes.length > 0) {
    const code = codes.shift();
    if (code === 38) next = { ...next, fill: extendedColour(codes) };
    else if (code === 48) next = { ...next, background: extendedColour(codes) };
    else next = applyCode(next, code);
  }
  return next;
}

function applyCode(style, code) {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 3) return { ...style, italic: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: undefined, dim: undefined };
  if (code === 23) return { ...style, italic: undefined };
  if (code === 24) return { ...style, underline: undefined };
  if (code >= 30 && code <= 37) return { ...style, fill: theme.palette[code - 30] };
  if (code === 39) return { ...style, fill: undefined };
  if (code >= 40 && code <= 47) return { ...style, background: theme.palette[code - 40] };
  if (code === 49) return { ...style, background: undefined };
  if (code >= 90 && code <= 97) return { ...style, fill: theme.palette[code - 82] };
  if (code >= 100 && code <= 107) return { ...style, background: theme.palette[code - 92] };
  return style;
}

/** The colour after 38 or 48: `5;n` of 256, or `2;r;g;b`. Takes its codes from the list. */
function extendedColour(codes) {
  const kind = codes.shift();
  if (kind === 2) return hex(codes.splice(0, 3));
  if (kind !== 5) return undefined;
  const index = codes.shift() ?? 0;
  if (index < 16) return theme.palette[index];
  if (index >= 232) return hex([0, 0, 0].map(() => 8 + (index - 232) * 10));
  const cube = index - 16;
  return hex([36, 6, 1].map((step) => [0, 95, 135, 175, 215, 255][Math.floor(cube / step) % 6]));
}

function hex(channels) {
  return `#${channels
    .map((channel) =>
      Math.min(255, channel || 0)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
