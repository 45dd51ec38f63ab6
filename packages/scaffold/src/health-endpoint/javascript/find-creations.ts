import type { Creation } from '../route/route-kit.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { statementEnd } from '../source/statement-end.ts';
import { reads, type Token } from '../source/token.ts';
import { boundNames } from './bound-names.ts';

/** Every call of a framework's factory in a file: `const app = express()`, `this.app = fastify({…})`, `require('express')()`. */
export function findCreations(file: ProgramFile, from: string, exports: readonly string[]): Creation[] {
  const { tokens } = file;
  const names = boundNames(tokens, from, exports);
  return tokens.flatMap((token, at): Creation[] => {
    const named = token.kind === 'word' && names.has(token.text) && !reads(tokens, at - 1, '.');
    const required = reads(tokens, at, 'require', '(', '', ')') && tokens[at + 2]!.text === from;
    const callee = named ? at : required ? at + 3 : undefined;
    if (callee === undefined || !isCalled(tokens, callee)) return [];
    const start = reads(tokens, at - 1, 'await') ? at - 1 : at;
    const statement = declaration(tokens, start);
    return [{ file, ...(statement && { statement }) }];
  });
}

/** `name(`, or `name<Types>(`. */
function isCalled(tokens: readonly Token[], callee: number): boolean {
  let at = callee + 1;
  if (reads(tokens, at, '<')) while (at < callee + 60 && at < tokens.length && !reads(tokens, at, '(')) at++;
  return reads(tokens, at, '(');
}

/** The statement `const NAME = …` or `this.NAME = …` whose value begins at `value`. */
function declaration(tokens: readonly Token[], value: number): Creation['statement'] {
  const equals = value - 1;
  if (!reads(tokens, equals, '=')) return undefined;
  const name = nameBefore(tokens, equals);
  if (name === undefined) return undefined;
  const declares = ['const', 'let', 'var'].some((word) => reads(tokens, name - 1, word));
  const inThis = reads(tokens, name - 2, 'this', '.');
  if (!declares && !inThis) return undefined;
  const first = inThis ? name - 2 : reads(tokens, name - 2, 'export') ? name - 2 : name - 1;
  const last = statementEnd(tokens, first);
  const next = last === undefined ? undefined : tokens[last + 1];
  if (last === undefined || !tokens[first]!.first || (next && !next.first)) return undefined;
  return { variable: `${inThis ? 'this.' : ''}${tokens[name]!.text}`, first, last };
}

/** The name before an equals sign, or before a type that stands between the two. */
function nameBefore(tokens: readonly Token[], equals: number): number | undefined {
  for (let at = equals - 1; at > 0 && at > equals - 40; at--) {
    const begins =
      ['const', 'let', 'var'].some((word) => reads(tokens, at - 1, word)) || reads(tokens, at - 2, 'this', '.');
    if (tokens[at]!.kind === 'word' && begins) return at === equals - 1 || reads(tokens, at + 1, ':') ? at : undefined;
  }
  return undefined;
}
