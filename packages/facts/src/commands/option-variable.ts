import type { ShellWord } from '@dockwarden-internal/syntax';
import { nameWords } from '../variable/name-words.ts';
import { MASK, maskExpansions } from './specs/mask.ts';

/** True for a word that is nothing but variables without quotes, so that the shell makes as many words of it as there are in their values. */
export function isSplit(word: ShellWord): boolean {
  const { value, quoted, shown, variables } = word;
  if (value !== undefined || quoted || !/^\$[{A-Za-z_]/.test(shown) || variables.length === 0) return false;
  return maskExpansions(shown).replaceAll(MASK, '') === '';
}

const NAMES_OPTIONS = /(?:opts?|options?|flags?|args?|arguments?|params?|parameters?|switch(?:es)?)$/;

/** Ends of words in the names of variables that hold operands. */
const NAMES_OPERANDS = new RegExp(
  `(?:${[
    'pkgs?|packages?|deps?|dependency|dependencies|libs?|library|libraries|tools?|plugins?|modules?|extensions?|exts?|gems?',
    'requirements?|programs?|components?|features?|list|versions?|releases?|names?|users?|groups?|[ug]id|username|arch|platform',
    'files?|filename|paths?|dirs?|director(?:y|ies)|folders?|home|root|ur[li]s?|mirrors?|hosts?|sources?|src|archive|tarball|target|dest|output',
  ].join('|')})$`,
);

/**
 * True for a word of variables whose values are not known that may hold options: where it falls back on one, and where no name says that it holds
 * packages, files or the like.
 */
export function mayHoldOptions({ shown, variables }: ShellWord): boolean {
  if (/[-+=]["']?-/.test(shown)) return true;
  return variables.some((name) => {
    const words = nameWords(name);
    return words.some((each) => NAMES_OPTIONS.test(each)) || !words.some((each) => NAMES_OPERANDS.test(each));
  });
}

/** The words that the shell makes of such a word, given its value; undefined where none of them is an option. */
export function optionsIn(word: ShellWord, value: string): ShellWord[] | undefined {
  const parts = value.split(/[ \t\n]+/).filter((part) => part !== '');
  if (!parts.some((part) => /^-./.test(part))) return undefined;
  return parts.map((part) => ({ ...word, value: part, shown: part }));
}

/** True for a word that a variable's value gave, and that stands nowhere by itself. */
export function isFromVariable({ value, variables }: ShellWord): boolean {
  return value !== undefined && variables.length > 0;
}
