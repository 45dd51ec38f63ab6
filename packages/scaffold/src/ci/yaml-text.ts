import { Document, isScalar, type Pair, Scalar, visit, type YAMLMap } from 'yaml';

/** A value with a comment behind it. */
export function commented(value: string, comment: string): Scalar {
  const scalar = new Scalar(value);
  scalar.comment = ` ${comment}`;
  return scalar;
}

export interface Section {
  /** The key that it stands behind, from the top. */
  readonly at: readonly string[];
  /** A line above it: why it is as it is. */
  readonly says?: string;
}

/** A tree as YAML, an empty line and a comment above each section. Scripts are blocks, and no line is folded. */
export function yamlText(header: string, tree: object, sections: readonly Section[]): string {
  const document = new Document(tree, { aliasDuplicateObjects: false });
  document.commentBefore = header.replace(/^/gm, ' ');
  for (const { at, says } of sections) {
    const parent = (at.length === 1 ? document.contents : document.getIn(at.slice(0, -1))) as YAMLMap<Scalar>;
    const pair = parent.items.find(({ key }) => key.value === at.at(-1)) as Pair<Scalar>;
    // The first of a map stands right behind what it belongs to.
    pair.key.spaceBefore = pair !== parent.items[0];
    if (says !== undefined) pair.key.commentBefore = ` ${says}`;
  }
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n'))
        node.type = Scalar.BLOCK_LITERAL;
    },
  });
  return document.toString({
    lineWidth: 0,
    nullStr: '',
    singleQuote: true,
    commentString: (text) => text.replace(/^/gm, '#'),
  });
}
