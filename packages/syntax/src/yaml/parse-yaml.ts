import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import type { SourceText } from '../text/source.ts';
import { MAX_DEPTH, MAX_DOCUMENTS, MAX_LENGTH } from './bounds.ts';
import { documentReader } from './document-reader.ts';
import { type FaultList, faultList, sentenceFor } from './faults.ts';
import { scanTokens } from './scan-tokens.ts';
import type { YamlComment, YamlNode, YamlTree } from './tree.ts';

/**
 * Reads a YAML 1.2 file, however broken: what can be read is in the tree, what cannot is a fault.
 * The only way to the `yaml` library, which is loaded when this module is: import it where a file is at hand.
 * Source: YAML 1.2.2; merge keys as in the 1.1 type repository, because Compose files use them.
 */
export function parseYaml(source: SourceText): YamlTree {
  const list = faultList();
  if (source.text.length > MAX_LENGTH) {
    list.add('too-long', `The file is longer than ${MAX_LENGTH} characters and is not read.`, { start: 0, end: 0 });
    return emptyTree(source, list, []);
  }
  const binary = source.text.indexOf('\0');
  if (binary >= 0) {
    const message = 'The file is binary or UTF-16 and is not read: YAML is text, saved as UTF-8.';
    list.add('binary', message, { start: binary, end: binary + 1 });
    return emptyTree(source, list, []);
  }
  const { tokens, tooDeep } = readTokens(source.text);
  const scan = scanTokens(tokens);
  if (tooDeep !== undefined) {
    addTooDeep(list, tooDeep);
    return emptyTree(source, list, scan.comments);
  }
  if (scan.depth > MAX_DEPTH) {
    addTooDeep(list, scan.deepest);
    return emptyTree(source, list, scan.comments);
  }
  const reader = documentReader(source, list);
  const documents: YamlNode[] = [];
  for (const document of compose(tokens, source, list)) {
    if (documents.length === MAX_DOCUMENTS) {
      const start = document.range[0];
      list.add('too-many-documents', `The file has more than ${MAX_DOCUMENTS} documents.`, { start, end: start });
      break;
    }
    documents.push(reader.read(document));
  }
  const [root = emptyNode(source)] = documents;
  const rest = documents.slice(1);
  return {
    source,
    root,
    documents: [root, ...rest],
    comments: scan.comments,
    aliases: reader.aliases,
    faults: sorted(list),
  };
}

interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** Where it is nested so deep that the rest was not read. */
  readonly tooDeep?: number;
}

/** The parser closes what is open by recursion: it is stopped where that would be too much, long before the exact bound is looked at. */
function readTokens(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > 4 * MAX_DEPTH) return { tokens: [...tokens, ...parser.stack], tooDeep: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function addTooDeep(list: FaultList, start: number): void {
  const message = `Collections are nested more than ${MAX_DEPTH} deep here; the file is not read.`;
  list.add('too-deep', message, { start, end: start + 1 });
}

/** Scalars stay text here (`failsafe`): what they mean is `plain-scalar.ts`, and tags are kept, not followed. */
const OPTIONS = {
  version: '1.2',
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  keepSourceTokens: true,
  strict: true,
  prettyErrors: false,
} as const;

function* compose(tokens: readonly CST.Token[], source: SourceText, list: FaultList): Generator<Document.Parsed> {
  for (const token of tokens) {
    if (token.type !== 'directive' || !/^%YAML\s+1\.1\b/.test(token.source)) continue;
    const span = { start: token.offset, end: token.offset + token.source.length };
    list.add('version', 'YAML 1.1 reads `on`, `no` and `22:22` as other things than text; remove this line.', span);
  }
  for (const document of new Composer(OPTIONS).compose(tokens, true, source.text.length)) {
    for (const { code, message, pos } of document.errors) {
      const { code: name, message: sentence } = sentenceFor(code, message);
      list.add(name, sentence, clamp(pos, source.text.length));
    }
    yield document as Document.Parsed;
  }
}

function clamp([start, end]: readonly [number, number], length: number) {
  const from = Math.min(Math.max(start, 0), length);
  return { start: from, end: Math.min(Math.max(end, from), length) };
}

function emptyNode(source: SourceText): YamlNode {
  return { kind: 'scalar', value: null, text: '', quote: 'plain', source, span: { start: 0, end: 0 } };
}

function emptyTree(source: SourceText, list: FaultList, comments: readonly YamlComment[]): YamlTree {
  const root = emptyNode(source);
  return { source, root, documents: [root], comments, aliases: [], faults: list.faults };
}

function sorted(list: FaultList) {
  return [...list.faults].sort((a, b) => a.span.start - b.span.start);
}
