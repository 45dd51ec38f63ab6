import type { Creation } from '../route/route-kit.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { statementEnd } from '../source/statement-end.ts';
import { reads } from '../source/token.ts';

/**
 * Every `mux := http.NewServeMux()` of a file; where it makes none, the first route of the default one (`http.HandleFunc`), below which
 * another can stand as well. Source: Go documentation, package net/http.
 */
export function findCreations(file: ProgramFile): Creation[] {
  const { tokens } = file;
  const made = tokens.flatMap((_, at): Creation[] => {
    if (!reads(tokens, at, 'http', '.', 'NewServeMux', '(', ')')) return [];
    const short = reads(tokens, at - 2, ':', '=');
    const first = short ? at - 3 : reads(tokens, at - 1, '=') ? variableStart(file, at - 2) : undefined;
    return [{ file, ...(first !== undefined && withStatement(file, first, nameAt(file, first))) }];
  });
  if (made.length > 0) return made;
  const byDefault = tokens.some((_, at) => reads(tokens, at, ',', 'nil', ')') && serves(file, at));
  if (!byDefault) return [];
  const first = tokens.findIndex(
    ({ first }, at) => first && ['HandleFunc', 'Handle'].some((call) => reads(tokens, at, 'http', '.', call, '(')),
  );
  return first < 0 ? [] : [{ file, ...withStatement(file, first, 'http') }];
}

/** True where the call that ends at `at` is one of `http.ListenAndServe`. */
function serves({ tokens }: ProgramFile, at: number): boolean {
  for (let open = at; open >= 0 && open > at - 40; open--)
    if (tokens[open]!.depth < tokens[at]!.depth)
      return ['ListenAndServe', 'ListenAndServeTLS', 'Serve'].some((call) => reads(tokens, open - 1, call, '('));
  return false;
}

/** `var mux = …` inside of a function; on the package's level no route can follow. */
function variableStart({ tokens }: ProgramFile, name: number): number | undefined {
  return reads(tokens, name - 1, 'var') ? name - 1 : undefined;
}

function nameAt({ tokens }: ProgramFile, first: number): string {
  return tokens[reads(tokens, first, 'var') ? first + 1 : first]!.text;
}

function withStatement({ tokens }: ProgramFile, first: number, variable: string): Pick<Creation, 'statement'> {
  const last = statementEnd(tokens, first);
  const next = last === undefined ? undefined : tokens[last + 1];
  const alone = tokens[first]!.first && tokens[first]!.depth > 0 && (!next || next.first);
  return last !== undefined && alone ? { statement: { variable, first, last } } : {};
}
