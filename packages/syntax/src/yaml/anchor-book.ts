import type { Span } from '../text/span.ts';
import { MAX_DEPTH, MAX_NODES } from './bounds.ts';
import type { FaultList } from './faults.ts';
import type { YamlNode } from './tree.ts';

interface Anchored {
  readonly node?: YamlNode;
  /** Nodes and levels of the anchored value with its own aliases written out. */
  readonly nodes: number;
  readonly levels: number;
}

/** The anchors of a document, and the count that keeps written-out aliases (alias bombs) within the bounds. */
export interface AnchorBook {
  /** Nodes so far, every alias written out. */
  readonly nodes: number;
  /** Reads a node and, where it has an anchor, enters it. */
  define<T extends YamlNode>(anchor: string | undefined, depth: number, read: () => T): T;
  /** The value that an alias stands for; undefined, with a fault, where there is none or the bounds forbid it. */
  follow(name: string, span: Span, depth: number): YamlNode | undefined;
  /** Counts nodes that a merge key copies; false, with a fault, where they are too many. */
  spend(nodes: number, span: Span): boolean;
}

export function anchorBook(list: FaultList, countFrom = 0): AnchorBook {
  const anchors = new Map<string, Anchored>();
  let nodes = countFrom;
  let deepest = 0;
  let full = false;

  function spend(more: number, span: Span): boolean {
    if (!full && nodes + more <= MAX_NODES) {
      nodes += more;
      return true;
    }
    // Said once, of the first that is too much: all that follow are.
    if (!full)
      list.add('too-many-aliases', `With its aliases written out the file has more than ${MAX_NODES} values.`, span);
    full = true;
    return false;
  }

  return {
    get nodes() {
      return nodes;
    },
    spend,
    define(anchor, depth, read) {
      nodes++;
      deepest = Math.max(deepest, depth);
      if (anchor === undefined) return read();
      const before = nodes;
      const outer = deepest;
      deepest = depth;
      anchors.set(anchor, { nodes: 0, levels: 0 });
      const node = read();
      anchors.set(anchor, { node, nodes: nodes - before + 1, levels: deepest - depth });
      deepest = Math.max(outer, deepest);
      return node;
    },
    follow(name, span, depth) {
      const target = anchors.get(name);
      if (!target) {
        list.add('alias', `There is no anchor \`&${name}\` before this alias.`, span);
        return undefined;
      }
      if (!target.node) {
        list.add('alias', `The alias \`*${name}\` stands inside the value that it names.`, span);
        return undefined;
      }
      if (depth + target.levels > MAX_DEPTH) {
        list.add('too-deep', `With its aliases written out the file is nested more than ${MAX_DEPTH} deep.`, span);
        return undefined;
      }
      if (!spend(target.nodes, span)) return undefined;
      deepest = Math.max(deepest, depth + target.levels);
      return target.node;
    },
  };
}
