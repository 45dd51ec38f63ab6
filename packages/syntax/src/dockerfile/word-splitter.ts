import { isSpace } from './blank.ts';

/** Puts words together from pieces of text. */
export interface WordSplitter {
  /** Adds text that ends words at white space. */
  add(piece: string): void;
  /** Adds text that is part of a word whatever it holds. */
  addProtected(piece: string): void;
  /** Forgets the word begun. */
  drop(): void;
  finish(): readonly string[];
}

export function wordSplitter(): WordSplitter {
  const words: string[] = [];
  let word = '';
  const end = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  return {
    add: (piece) => {
      for (const char of piece) {
        if (isSpace(char.charCodeAt(0))) end();
        else word += char;
      }
    },
    addProtected: (piece) => {
      word += piece;
    },
    drop: () => {
      word = '';
    },
    finish: () => {
      end();
      return words;
    },
  };
}
