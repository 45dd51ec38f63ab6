import { visibleCharacter } from '../text/visible.ts';

/** An element to be written: its attributes (undefined ones are left out), then its elements or its text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content?: readonly XmlElement[] | string;
}

/** The document with its declaration, indented by two blanks, with a line feed at its end. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;
}

function elementText({ name, attributes, content }: XmlElement, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value)).replace(/[\t\r\n]/g, reference)}"`],
  );
  const head = `${indent}<${name}${given.join('')}`;
  if (content === undefined || content.length === 0) return `${head}/>\n`;
  if (typeof content === 'string') return `${head}>${escaped(content).replace(/\r/g, reference)}</${name}>\n`;
  return `${head}>\n${content.map((each) => elementText(each, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const markup: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// Everything beside the production Char of XML 1.0 §2.2: no escape can bring these into a document.
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  const allowed = text.replace(notXml, (character) => (character < ' ' ? visibleCharacter(character) : '\uFFFD'));
  return allowed.replace(/[&<>"']/g, (character) => markup[character]!);
}

/** A parser turns these into blanks where they stand as themselves (XML 1.0 §2.11, §3.3.3). */
function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
