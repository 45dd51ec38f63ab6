/** An element as a parser that forgives nothing reads it. */
export interface ParsedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ParsedElement[];
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads a document without DTD, comments and CDATA; throws at whatever XML 1.0 does not allow. */
export function parseXml(document: string): ParsedElement {
  const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(document);
  if (illegal) throw new Error(`a character that no document may hold, at ${illegal.index}`);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('no declaration');
  let at = declaration.length;
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = at;
    const found = sticky.exec(document);
    if (!found) throw new Error(`${pattern} expected at ${at}: ${JSON.stringify(document.slice(at, at + 40))}`);
    at += found[0].length;
    return found;
  };
  const element = (): ParsedElement => {
    const [, name = ''] = take(/<([a-z]+)/);
    const attributes: Record<string, string> = {};
    while (document[at] === ' ') {
      const [, key = '', value = ''] = take(/ ([a-z]+)="([^"<]*)"/);
      if (key in attributes) throw new Error(`${key} twice`);
      attributes[key] = decoded(value.replace(/[\t\n\r]/g, ' '));
    }
    const [closed] = take(/\/?>/);
    const children: ParsedElement[] = [];
    let text = '';
    while (closed === '>' && !document.startsWith('</', at)) {
      if (document[at] === '<') children.push(element());
      else text += decoded(take(/[^<]+/)[0]);
    }
    if (closed === '>') take(new RegExp(`</${name}>`));
    return { name, attributes, children, text };
  };
  const root = element();
  take(/\n$/);
  return root;
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replace(/&(?:([a-z]+)|#(\d+));|&/g, (whole, name?: string, code?: string) => {
    if (code) return String.fromCodePoint(Number(code));
    if (name === undefined || !(name in entities)) throw new Error(`no entity ${whole}`);
    return entities[name]!;
  });
}
