import { MAX_EXPANSION_DEPTH } from '../bounds.ts';

/** A stretch of an expanded text that stands for a variable without a value; its text is as it was written. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

export interface Expanded {
  readonly text: string;
  readonly holes: readonly Hole[];
  /** The variables that were looked up, with a value or without. */
  readonly variables: readonly string[];
  /** The expressions that Compose refuses, as written. */
  readonly invalid: readonly string[];
  /** `${VAR:?why}` without a value, only under `blank`. */
  readonly missing: readonly string[];
}

/** What variables mean: those with a value, and what becomes of the others. */
export interface Variables {
  get(name: string): string | undefined;
  /** `keep` leaves a hole, since the run may have a value for it; `blank` is what `docker compose` does when it has none. */
  readonly unset: 'keep' | 'blank';
}

interface Expression {
  readonly name: string;
  readonly operator: string;
  readonly argument: string;
  readonly end: number;
}

/**
 * Expands `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`, `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`,
 * `${VAR+other}` and `$$`, nested ones too. A default counts as the value where the variable has none.
 * Source: Compose file reference, "Interpolation"; compose-go template.
 */
export function expand(source: string, variables: Variables): Expanded {
  const result: Result = { text: '', holes: [], variables: [], invalid: [], missing: [] };
  expandInto(source, variables, result, 0);
  return result;
}

type Result = { text: string; holes: Hole[]; variables: string[]; invalid: string[]; missing: string[] };

function expandInto(source: string, variables: Variables, result: Result, depth: number): void {
  let from = 0;
  for (let at = source.indexOf('$'); at >= 0; at = source.indexOf('$', from)) {
    result.text += source.slice(from, at);
    from = expandOne(source, at, variables, result, depth);
  }
  result.text += source.slice(from);
}

/** Expands what begins at a dollar and answers where it ends. */
function expandOne(source: string, at: number, variables: Variables, result: Result, depth: number): number {
  if (source[at + 1] === '$') {
    result.text += '$';
    return at + 2;
  }
  const name = nameAt(source, at + 1);
  if (name !== '') {
    result.variables.push(name);
    putVariable(name, source.slice(at, at + 1 + name.length), variables, result);
    return at + 1 + name.length;
  }
  if (source[at + 1] !== '{') {
    result.text += '$';
    return at + 1;
  }
  const expression = readExpression(source, at);
  if (!expression || depth >= MAX_EXPANSION_DEPTH) {
    const written = expression ? source.slice(at, expression.end) : source.slice(at);
    result.invalid.push(written);
    putHole(written, '', result);
    return at + written.length;
  }
  putExpression(expression, source.slice(at, expression.end), variables, result, depth);
  return expression.end;
}

function nameAt(source: string, at: number): string {
  const pattern = /[_a-z][_a-z0-9]*/iy;
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/** `${NAME}` or `${NAME<operator><argument>}` on one line; undefined where Compose refuses it. */
function readExpression(source: string, at: number): Expression | undefined {
  const name = nameAt(source, at + 2);
  const behind = at + 2 + name.length;
  if (name === '') return undefined;
  if (source[behind] === '}') return { name, operator: '', argument: '', end: behind + 1 };
  const operator = /^:?[-+?]/.exec(source.slice(behind, behind + 2))?.[0];
  if (operator === undefined) return undefined;
  let open = 1;
  for (let to = behind + operator.length; to < source.length && source[to] !== '\n'; to++) {
    if (source[to] === '{') open++;
    else if (source[to] === '}' && --open === 0) {
      return { name, operator, argument: source.slice(behind + operator.length, to), end: to + 1 };
    }
  }
  return undefined;
}

function putExpression(
  { name, operator, argument }: Expression,
  written: string,
  variables: Variables,
  result: Result,
  depth: number,
): void {
  result.variables.push(name);
  const value = variables.get(name);
  const given = value !== undefined && (value !== '' || !operator.startsWith(':'));
  const kind = operator.at(-1);
  if (kind === '-') {
    if (given) result.text += value;
    else expandInto(argument, variables, result, depth + 1);
  } else if (kind === '+') {
    if (given) expandInto(argument, variables, result, depth + 1);
    else if (value === undefined) putVariable(name, written, variables, result);
  } else if (kind === '?' && !given) {
    if (variables.unset === 'blank') result.missing.push(name);
    putHole(written, name, result);
  } else putVariable(name, written, variables, result);
}

function putVariable(name: string, written: string, variables: Variables, result: Result): void {
  const value = variables.get(name);
  if (value !== undefined) result.text += value;
  else if (variables.unset === 'keep') putHole(written, name, result);
}

function putHole(written: string, variable: string, result: Result): void {
  const start = result.text.length;
  result.text += written;
  result.holes.push({ start, end: result.text.length, variable });
}
