const word = /[\p{ID_Start}$_#][\p{ID_Continue}$\u200C\u200D]*/uy;
const number = /\d[\w.]*/y;
// After these a slash begins a regular expression, not a division.
const beforeExpression = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'throw',
  'new',
  'instanceof',
  'yield',
  'await',
]);
const punctuation = ['...', '?.', '=>', '===', '!==', '==', '!='];

/**
 * The words, strings and punctuation of a TypeScript source, without comments and without what strings say, so that no
 * sentence is taken for code. `{ kind: 'word' | 'string' | 'punctuation' | 'number' | 'regex', text, at }`; the text of a
 * string is its value, of a template with substitutions undefined (its substitutions follow as tokens of their own).
 */
export function sourceTokens(source) {
  const tokens = [];
  // For each open brace, true where it closes a substitution of a template.
  const braces = [];
  let at = source.startsWith('#!') ? endOfLine(source, 0) : 0;
  const push = (kind, text, end) => {
    tokens.push({ kind, text, at });
    at = end;
  };
  while (at < source.length) {
    const character = source[at];
    if (/\s/.test(character)) at++;
    else if (source.startsWith('//', at)) at = endOfLine(source, at);
    else if (source.startsWith('/*', at)) at = endOf(source, '*/', at + 2);
    else if (character === '"' || character === "'") {
      const end = endOfString(source, at);
      push('string', source.slice(at + 1, end - 1), end);
    } else if (character === '`') template(at + 1);
    else if (character === '}' && braces.pop()) template(at + 1);
    else if (character === '/' && mayBeginRegex(tokens.at(-1))) push('regex', undefined, endOfRegex(source, at));
    else {
      const found = match(word, source, at) ?? undefined;
      const digits = found ? undefined : match(number, source, at);
      if (found) push('word', found, at + found.length);
      else if (digits) push('number', digits, at + digits.length);
      else {
        if (character === '{') braces.push(false);
        const text = punctuation.find((candidate) => source.startsWith(candidate, at)) ?? character;
        push('punctuation', text, at + text.length);
      }
    }
  }
  return tokens;

  /** A template from `start`, behind its backtick or behind the brace that closed a substitution. */
  function template(start) {
    let end = start;
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1;
    const substitution = source.startsWith('${', end);
    const whole = source[start - 1] === '`' && !substitution;
    push('string', whole ? source.slice(start, end) : undefined, end + (substitution ? 2 : 1));
    if (substitution) braces.push(true);
  }
}

function match(pattern, source, at) {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function mayBeginRegex(previous) {
  if (!previous || previous.kind === 'punctuation') return !previous || !/^[)\]}]$/.test(previous.text);
  return previous.kind === 'word' && beforeExpression.has(previous.text);
}

function endOfLine(source, at) {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function endOf(source, closing, at) {
  const end = source.indexOf(closing, at);
  return end < 0 ? source.length : end + closing.length;
}

function endOfString(source, start) {
  let at = start + 1;
  while (at < source.length && source[at] !== source[start] && source[at] !== '\n') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfRegex(source, start) {
  let inClass = false;
  let at = start + 1;
  for (; at < source.length && source[at] !== '\n'; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') inClass = true;
    else if (source[at] === ']') inClass = false;
    else if (source[at] === '/' && !inClass) break;
  }
  return at + 1;
}
