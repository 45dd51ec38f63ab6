/** What a source imports, from its tokens: `{ specifier, at }` of import, export-from, `import()`, `import type`, `import x = require()` and `require()`. */
export function importsOf(tokens) {
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || tokens[index - 1]?.text === '.' || tokens[index - 1]?.text === '?.') return [];
    const specifier = specifierAt(tokens, index);
    return specifier === undefined ? [] : [{ specifier, at: token.at }];
  });
}

function specifierAt(tokens, index) {
  const { text } = tokens[index];
  if (text !== 'import' && text !== 'export' && text !== 'require') return undefined;
  const called = calledWith(tokens, index + 1);
  if (text === 'require' || called !== undefined) return called;
  if (text === 'import' && tokens[index + 1]?.kind === 'string') return tokens[index + 1].text;
  return from(tokens, index + 1);
}

/** The string that a call begins with: `("x"`, `.resolve("x"`. */
function calledWith(tokens, index) {
  const open = tokens[index]?.text === '.' && tokens[index + 1]?.text === 'resolve' ? index + 2 : index;
  return tokens[open]?.text === '(' && tokens[open + 1]?.kind === 'string' ? tokens[open + 1].text : undefined;
}

/** The string behind the clause of an import or export: names, braces, commas and stars, then `from`. */
function from(tokens, index) {
  for (let at = index; at < tokens.length; at++) {
    const { kind, text } = tokens[at];
    if (text === 'from' && tokens[at + 1]?.kind === 'string') return tokens[at + 1].text;
    if (kind !== 'word' && kind !== 'string' && !/^[{},*]$/.test(text)) return undefined;
    if (/^(import|export|const|let|var|function|class|interface|enum|namespace|abstract|async|declare)$/.test(text))
      return undefined;
  }
  return undefined;
}
