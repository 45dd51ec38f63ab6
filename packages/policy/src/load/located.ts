import {
  type Diagnostic,
  entryOf,
  type Place,
  type SourceText,
  toData,
  type YamlNode,
  type YamlTree,
} from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import type { DocumentPath, Problem } from '../problem.ts';

/** A YAML document as plain data, with the way back from each value to its words. */
export interface Located {
  readonly source: SourceText;
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** The words that a problem is about; the nearest that exist where the path itself does not. */
  readonly place: (path: DocumentPath, atKey?: boolean) => Place;
}

export function readLocated(source: SourceText, code: string): Located {
  const tree = parseYaml(source);
  const diagnostics = tree.faults.map(
    (fault): Diagnostic => ({ code, message: fault.message, place: { source, span: fault.span }, exit: 2 }),
  );
  const [, second] = tree.documents;
  const isWritten = second && (second.kind !== 'scalar' || second.value !== null);
  if (isWritten && diagnostics.length === 0) {
    const span = { start: second.span.start, end: second.span.start };
    const message = 'the file holds a second document, but only one document is read';
    diagnostics.push({ code, message, hint: 'write them into files of their own', place: { source, span }, exit: 2 });
  }
  return { source, data: toData(tree.root), diagnostics, place: (path, atKey) => placeIn(tree, path, atKey) };
}

function placeIn(tree: YamlTree, path: DocumentPath, atKey = false): Place {
  let node: YamlNode = tree.root;
  let place: Place = { source: tree.source, span: { start: node.span.start, end: node.span.start } };
  for (const [index, word] of path.entries()) {
    const last = index === path.length - 1;
    if (node.kind === 'map') {
      const entry = entryOf(node, String(word));
      if (!entry) return place;
      node = entry.value;
      const written = node.span.end > node.span.start;
      place = {
        source: node.source,
        span: (atKey && last) || !written || node.kind !== 'scalar' ? entry.key.span : node.span,
      };
    } else if (node.kind === 'list' && typeof word === 'number' && node.items[word]) {
      node = node.items[word];
      place = { source: node.source, span: node.span };
    } else return place;
  }
  return place;
}

/** A problem of the language as a diagnostic at the words that it is about. */
export function locateProblem(problem: Problem, located: Located): Diagnostic {
  return {
    code: problem.code,
    message: problem.message,
    ...(problem.hint !== undefined && { hint: problem.hint }),
    place: located.place(problem.path, problem.atKey),
    exit: 2,
  };
}
