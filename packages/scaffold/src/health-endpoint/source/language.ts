/** What tells code from comments and literal texts. */
export interface Language {
  /** Extensions of its files, without dot. */
  readonly extensions: readonly string[];
  readonly lineComment: '//' | '#';
  readonly blockComments: boolean;
  /** Quotes of literals, the longer ones first. `raw`: a backslash is a character as any other. */
  readonly quotes: readonly { readonly quote: string; readonly lines: boolean; readonly raw?: boolean }[];
  /** Backquotes hold code again, in `${…}`; a slash may begin a pattern. */
  readonly templates: boolean;
}

const single = { quote: "'", lines: false };
const double = { quote: '"', lines: false };

export const JAVASCRIPT: Language = {
  extensions: ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'],
  lineComment: '//',
  blockComments: true,
  quotes: [double, single],
  templates: true,
};

export const PYTHON: Language = {
  extensions: ['py'],
  lineComment: '#',
  blockComments: false,
  quotes: [{ quote: '"""', lines: true }, { quote: "'''", lines: true }, double, single],
  templates: false,
};

export const GO: Language = {
  extensions: ['go'],
  lineComment: '//',
  blockComments: true,
  quotes: [double, single, { quote: '`', lines: true, raw: true }],
  templates: false,
};

export const JAVA: Language = {
  extensions: ['java', 'kt'],
  lineComment: '//',
  blockComments: true,
  quotes: [{ quote: '"""', lines: true }, double, single],
  templates: false,
};
