import type { ConditionDocument } from '../document.ts';
import type { Env } from '../env.ts';
import type { Kleene } from '../kleene.ts';
import { compileToy } from './compile-toy.ts';
import type { Book } from './toy-vocabulary.ts';

/** What a condition says of a book, or the first problem with its words. */
export function verdict(condition: ConditionDocument, book: Book): Kleene | string {
  const { checks, problems } = compileToy({ require: condition });
  if (problems[0]) return `${problems[0].message}${problems[0].hint ? ` (${problems[0].hint})` : ''}`;
  return checks[0]!.verdict.test(book, envOf(book));
}

export function envOf(book: object): Env {
  return { on: book, self: book, bound: new Map(), missing: [] };
}
