import { suggest } from '../../text/suggest.ts';
import { INSTRUCTIONS } from '../keyword.ts';
import { shown } from '../shown.ts';
import type { InstructionNode } from '../tree.ts';
import { type Check, title } from './report.ts';
import { isTemplate, TEMPLATE } from './template.ts';

/** Instructions whose text often goes over several lines. */
const CONTINUED: ReadonlySet<string> = new Set([
  'run',
  'cmd',
  'entrypoint',
  'env',
  'label',
  'copy',
  'add',
  'healthcheck',
]);

export const checkUnknown: Check = (node, { report, previous, escapeChar }) => {
  report('syntax/unknown-instruction', message(node, previous, escapeChar), node.keywordSpan);
};

function message(node: InstructionNode, previous: InstructionNode | undefined, escapeChar: string): string {
  const word = node.keywordText;
  if (word === '') return 'The line holds nothing but the escape character';
  if (word.includes('\0')) return 'The file is binary: a Dockerfile is text';
  const invisible = /[\p{Cf}\p{Zs}\u0085]/u.exec(word)?.[0];
  if (invisible)
    return `A character that does not show, ${codePoint(invisible)}, stands in or next to ${shown(visible(word)) || 'nothing else'}`;
  const fault = `${shown(word)} is no instruction`;
  if (/^(<{7}|={7}|>{7})/.test(word)) return `${fault}: it is left over from a merge`;
  if (/^(\/\/|\/\*)/.test(word)) return `${fault}: a comment begins with #`;
  if (isTemplate(word)) return `${fault}: it ${TEMPLATE}`;
  const glued = gluedKeyword(node);
  if (glued) return `${fault}; ${glued} was probably meant`;
  const near = suggest(node.keyword, INSTRUCTIONS);
  if (previous && isContinuation(node, previous, near)) {
    return `${fault}; if it belongs to the ${title(previous)} above, ${escapeChar} is missing at the end of line ${previous.endLine}`;
  }
  return near ? `${fault}; ${near.toUpperCase()} was probably meant` : fault;
}

function codePoint(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function visible(word: string): string {
  return word.replace(/[\p{Cf}\p{Zs}\u0085]/gu, '');
}

/** A keyword that lost the blank after it: `COPY..`, `RUNapt-get`, `CMD["a"]`, `FROM:`. */
function gluedKeyword({ keyword, keywordText }: InstructionNode): string | undefined {
  for (const name of INSTRUCTIONS) {
    if (!keyword.startsWith(name)) continue;
    const rest = keywordText.slice(name.length);
    if (rest === ':' || rest === '=') return name.toUpperCase();
    const isUpper = keywordText.startsWith(name.toUpperCase());
    if (isUpper ? /^[A-Z]/.test(rest) : /^[A-Za-z]/.test(rest)) continue;
    const restored = (name === 'copy' || name === 'add') && rest === '..' ? '. .' : rest;
    return `${name.toUpperCase()} ${shown(restored)}`;
  }
  return undefined;
}

/** A shell operator, an option or a quote, or a word in lower case under an instruction in upper case that could go on. */
function isContinuation(node: InstructionNode, previous: InstructionNode, near: string | undefined): boolean {
  if (!CONTINUED.has(previous.keyword)) return false;
  if (/^(&&|\|\|?|;|-|\\|["'([{$])/.test(node.keywordText)) return true;
  return !near && node.keywordText === node.keyword && previous.keywordText !== previous.keyword;
}
