import { MAX_EXPANSION_DEPTH } from '../bounds.ts';
import { type Expression, nameAt, readExpression } from './expression.ts';

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

/**
 * Expands `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`, `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`,
 * `${VAR+other}` and `$$`, nested ones too. A default counts as the value where the variable has none.
 * Source: Compose file reference, "Interpolation"; compose-go template.
 */
export function expand(source: string, variables: Variables): Expanded {
  const result = newResult();
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
  if (operator === '') {
    putVariable(name, written, variables, result);
    return;
  }
  // Compose expands what stands behind the operator, and refuses it, whether it is needed or not.
  const other = newResult();
  expandInto(argument, variables, other, depth + 1);
  result.invalid.push(...other.invalid);
  result.missing.push(...other.missing);
  if (kind === '-') {
    if (given) result.text += value;
    else putResult(other, result);
  } else if (kind === '+') {
    if (given) putResult(other, result);
    else if (value === undefined) putVariable(name, written, variables, result);
  } else if (!given) {
    if (variables.unset === 'blank') result.missing.push(name);
    putHole(written, name, result);
  } else putVariable(name, written, variables, result);
}

function newResult(): Result {
  return { text: '', holes: [], variables: [], invalid: [], missing: [] };
}

function putResult({ text, holes, variables }: Result, result: Result): void {
  const by = result.text.length;
  result.holes.push(...holes.map((hole) => ({ ...hole, start: hole.start + by, end: hole.end + by })));
  result.variables.push(...variables);
  result.text += text;
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
