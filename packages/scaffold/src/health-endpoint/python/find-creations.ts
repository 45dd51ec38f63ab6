import type { Creation } from '../route/route-kit.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { statementEnd } from '../source/statement-end.ts';
import { reads, type Token } from '../source/token.ts';

/** Every call of a framework's class in a file: `app = FastAPI(…)`, `app: FastAPI = fastapi.FastAPI(…)`, `self.app = Flask(…)`. */
export function findCreations(file: ProgramFile, from: string, factory: string): Creation[] {
  const { tokens } = file;
  const names = localNames(tokens, from, factory);
  return tokens.flatMap((token, at): Creation[] => {
    if (token.kind !== 'word' || !reads(tokens, at + 1, '(')) return [];
    const dotted = reads(tokens, at - 1, '.');
    const called = dotted
      ? token.text === factory && names.modules.has(tokens[at - 2]?.text ?? '')
      : names.own.has(token.text);
    if (!called || reads(tokens, at - 1, 'class')) return [];
    const statement = assignment(tokens, dotted ? at - 2 : at);
    return [{ file, ...(statement && { statement }) }];
  });
}

function localNames(tokens: readonly Token[], from: string, factory: string) {
  const own = new Set<string>();
  const modules = new Set<string>();
  tokens.forEach((_, at) => {
    if (reads(tokens, at, 'import', from)) modules.add(reads(tokens, at + 2, 'as') ? tokens[at + 3]!.text : from);
    if (!reads(tokens, at, 'from', from, 'import')) return;
    const end = statementEnd(tokens, at) ?? at;
    for (let name = at + 3; name <= end; name++)
      if (reads(tokens, name, factory))
        own.add(reads(tokens, name + 1, 'as') ? (tokens[name + 2]?.text ?? factory) : factory);
  });
  return { own, modules };
}

/** The statement `name = …`, `name: Type = …` or `self.name = …` whose value begins at `value`. */
function assignment(tokens: readonly Token[], value: number): Creation['statement'] {
  if (!reads(tokens, value - 1, '=')) return undefined;
  let first = value - 2;
  while (first > 0 && first > value - 12 && !tokens[first]!.first) first--;
  const written = tokens.slice(first, value - 1);
  const name = written[0]?.text === 'self' && written[1]?.text === '.' ? 3 : 1;
  const plain = written.length === name || written[name]?.text === ':';
  if (!tokens[first]?.first || !plain || written[0]!.kind !== 'word') return undefined;
  const last = statementEnd(tokens, first);
  const next = last === undefined ? undefined : tokens[last + 1];
  if (last === undefined || tokens[first]!.depth > 0 || (next && !next.first)) return undefined;
  const variable = written
    .slice(0, name)
    .map(({ text }) => text)
    .join('');
  return { variable, first, last };
}
