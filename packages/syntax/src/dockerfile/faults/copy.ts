import { heredocWord } from '../heredoc-words.ts';
import { shown } from '../shown.ts';
import type { InstructionNode, WordNode } from '../tree.ts';
import { jsonOrWords } from '../words.ts';
import { argumentSpan, type Check, title } from './report.ts';

/** Source: parseCopy and parseSourcesAndDest in moby/buildkit frontend/dockerfile/instructions/parse.go. */
export const checkCopy: Check = (node, { report }) => {
  const words = jsonOrWords(node);
  const last = words.at(-1);
  if (words.length < 2 || !last) {
    report('syntax/missing-argument', tooFew(node, last), argumentSpan(node));
  } else if (heredocWord(last.text)) {
    report(
      'syntax/heredoc-destination',
      `${title(node)} cannot write to a heredoc: the destination is missing`,
      last.span,
    );
  }
};

function tooFew(node: InstructionNode, only: WordNode | undefined): string {
  const takes = `${title(node)} takes a source and a destination`;
  if (!only) return `${takes}; neither is given`;
  const meant = splitWord(only.text);
  const word = shown(only.text);
  if (meant) return `${takes}, but ${word} is one word; ${title(node)} ${shown(meant)} was probably meant`;
  return `${takes}; only ${word} is given`;
}

/** A word that ends in what looks like a destination that lost the blank before it: `package*.json./`, `..`, `src//app`. */
function splitWord(word: string): string | undefined {
  if (word === '..' || word === './.') return '. .';
  const lost = /^(.*[^./])(\.\/?|\.\/[^.].*|\/\/.*)$/.exec(word);
  if (!lost) return undefined;
  const [, source, destination] = lost;
  return destination!.startsWith('//') ? `${source}/ ${destination!.slice(1)}` : `${source} ${destination}`;
}
