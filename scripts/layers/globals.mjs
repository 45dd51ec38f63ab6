/**
 * Where a source uses a global object, `process` or `console`: `{ member, at }`, the member undefined where the object itself
 * is passed on. A file that declares the name is taken to mean its own (a fact may well be called `process`).
 */
export function usesOfGlobal(tokens, name) {
  const named = tokens.flatMap((token, index) => (token.kind === 'word' && token.text === name ? [index] : []));
  if (named.length === 0) return [];
  const around = brackets(tokens);
  if (named.some((index) => isDeclared(tokens, index, around))) return [];
  return named
    .filter((index) => isUse(tokens, index, around))
    .map((index) => ({ member: memberAfter(tokens, index), at: tokens[index].at }));
}

function memberAfter(tokens, index) {
  const [dot, member] = [tokens[index + 1]?.text, tokens[index + 2]?.text];
  return dot === '.' || dot === '?.' ? member : undefined;
}

function isUse(tokens, index, { enclosing }) {
  const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
  if (before === '.' || before === '?.') return tokens[index - 2]?.text === 'globalThis';
  // A key of an object or a member of a type, perhaps optional; a method; the name of a type.
  if (isTyped(tokens, index) && before !== '?') return false;
  if (after === '(' && tokens[enclosing[index]]?.text === '{' && /^[{,;}]$/.test(before ?? '')) return false;
  return !/^(type|interface|enum)$/.test(before ?? '');
}

/** Whether the name is bound here: by a declaration, an import, a parameter or a pattern. */
function isDeclared(tokens, index, { enclosing, closing }) {
  const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
  if (/^(const|let|var|function|class|import|as)$/.test(before ?? '') || after === '=>') return true;
  const open = enclosing[index];
  const behind = tokens[closing[open] + 1]?.text;
  if (!/^[({,:]$|^\.\.\.$/.test(before ?? '')) return false;
  if (tokens[open]?.text === '(') return before !== ':' && (isTyped(tokens, index) || behind === '=>');
  if (tokens[open]?.text !== '{' || !/^[,}=]$/.test(after ?? '')) return false;
  return behind === '=' || behind === 'from' || isParameter(tokens, open, { enclosing, closing });
}

/** `name: …` or `name?: …`. */
function isTyped(tokens, index) {
  const [after, next] = [tokens[index + 1]?.text, tokens[index + 2]?.text];
  return after === ':' || (after === '?' && next === ':');
}

/** Whether a pattern is a parameter: `({ process }) =>`, `function f({ process }: Facts) {`. */
function isParameter(tokens, open, { enclosing, closing }) {
  const list = enclosing[open];
  if (tokens[list]?.text !== '(') return false;
  return tokens[closing[open] + 1]?.text === ':' || tokens[closing[list] + 1]?.text === '=>';
}

/** For each token the open bracket that it stands in, for each open bracket the one that closes it. */
function brackets(tokens) {
  const enclosing = [];
  const closing = [];
  const open = [];
  tokens.forEach(({ kind, text }, index) => {
    const closes = kind === 'punctuation' && /^[)\]}]$/.test(text);
    if (closes) closing[open.pop()] = index;
    enclosing[index] = open.at(-1);
    if (kind === 'punctuation' && /^[([{]$/.test(text)) open.push(index);
  });
  return { enclosing, closing };
}
