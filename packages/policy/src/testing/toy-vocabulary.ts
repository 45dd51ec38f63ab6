import {
  count,
  flag,
  type Kind,
  link,
  many,
  oneOf,
  port,
  text,
  texts,
  unknown,
  type Vocabulary,
  version,
} from '@dockwarden-internal/facts';
import { sourceText } from '@dockwarden-internal/syntax';

/** A shelf of books, for tests of the language that should not depend on what Docker is. */
export interface Book {
  readonly title?: unknown;
  readonly pages?: unknown;
  readonly lent?: unknown;
  readonly genre?: unknown;
  readonly edition?: unknown;
  readonly door?: unknown;
  readonly notes?: unknown;
  readonly authors?: unknown;
  readonly openAuthors?: boolean;
  readonly sequel?: unknown;
  readonly at?: number;
}

export const source = sourceText('shelf', 'alpha beta gamma delta epsilon zeta');

const placeOf = (book: Book) =>
  book.at === undefined ? undefined : { source, span: { start: book.at, end: book.at + 4 } };

const book = {
  name: 'stage',
  doc: 'A book.',
  key: 'title',
  place: placeOf,
  properties: {
    title: text('Title.', (it: Book) => it.title as string),
    pages: count('Pages.', (it: Book) => it.pages as number),
    lent: flag('Lent.', (it: Book) => it.lent as boolean),
    genre: oneOf(['novel', 'poem'], 'Genre.', (it: Book) => it.genre as 'novel'),
    edition: version('Edition.', (it: Book) => it.edition as string),
    door: port('Door.', (it: Book) => it.door as number),
    notes: texts('Notes.', (it: Book) => it.notes as string[]),
    authors: many('instruction', 'Authors.', (it: Book) => it.authors as never, {
      open: (it: Book) => it.openAuthors === true,
    }),
    sequel: link('stage', 'Sequel.', (it: Book) => it.sequel as never),
    secret: text('Secret.', (it: Book) => it.title as string, { sensitive: () => true }),
  },
};

const author = {
  name: 'instruction',
  doc: 'An author.',
  key: 'name',
  place: placeOf,
  properties: {
    name: text('Name.', (it: { name?: unknown }) => it.name as string),
    alive: flag('Alive.', (it: { alive?: unknown }) => it.alive as boolean),
    keyword: text('Keyword.', () => 'run'),
  },
};

export const toyVocabulary = { stage: book, instruction: author } as unknown as Vocabulary & {
  readonly stage: Kind<'stage'>;
};

export { unknown };
