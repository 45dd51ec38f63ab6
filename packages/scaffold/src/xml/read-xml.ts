/** An element of an XML document: its name, its text without that of its children, its attributes and children in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Open[];
}

/** What is read of a document at most: a longer one is none, and deeper elements are left out. */
const BOUNDS = { length: 2_000_000, depth: 60 } as const;

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*(?:>|$)|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+|</g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The root element of a project file, for the few elements of it that generators ask for; undefined where there is none. Elements that are
 * not closed end with what holds them; entities beyond XML's own five stay as written.
 */
export function readXml(text: string): XmlElement | undefined {
  if (text.length > BOUNDS.length) return undefined;
  const top: Open = { name: '', attributes: {}, text: '', children: [] };
  const stack = [top];
  for (const [token, data, closes, name, attributes, empty] of text.matchAll(TOKEN)) {
    const open = stack.at(-1)!;
    if (data !== undefined) open.text += data;
    else if (name === undefined) {
      if (!token.startsWith('<')) open.text += unescaped(token);
    } else if (closes) {
      const at = stack.findLastIndex((one) => one.name === name);
      if (at > 0) stack.length = at;
    } else {
      const made: Open = { name, attributes: attributesOf(attributes ?? ''), text: '', children: [] };
      if (stack.length >= BOUNDS.depth) continue;
      open.children.push(made);
      if (!empty) stack.push(made);
    }
  }
  return top.children[0];
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [name!, unescaped(one ?? other ?? '')]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name]!);
}

/** The elements that a path of names leads to: `build`, `plugins`, `plugin`. */
export function elementsAt(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (level, name) => level.flatMap(({ children }) => children.filter((child) => child.name === name)),
    element ? [element] : [],
  );
}

/** The trimmed text of the first element that a path leads to; undefined where there is none, or nothing in it. */
export function xmlTextAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return elementsAt(element, ...path)[0]?.text.trim() || undefined;
}
