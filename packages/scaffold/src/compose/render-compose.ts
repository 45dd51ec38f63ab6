import { Document, isMap, isPair, isScalar, isSeq, type Pair, Scalar, visit, type YAMLSeq } from 'yaml';
import { type ComposeTree, withResets } from './compose-tree.ts';

/** Lists of words that read best on one line. */
const ONE_LINE = new Set(['test', 'command', 'cap_drop', 'security_opt', 'networks', 'secrets', 'tmpfs']);
/** Lists whose words are in quotes: commands, as in a Dockerfile, and ports, which YAML 1.1 could take for numbers. */
const QUOTED = new Set(['test', 'command', 'ports']);

/** The text of a new file: a comment above, an empty line between what stands apart. `why` says why a service has a key, once. */
export function renderCompose(tree: ComposeTree, head: string, why: Readonly<Record<string, string>>): string {
  const document = new Document(tree, { compat: 'yaml-1.1' });
  const said = new Set<string>();
  visit(document, {
    Pair(_, pair, ancestors) {
      const key = keyOf(pair);
      if (key === undefined || !isScalar(pair.key)) return;
      if (isSeq(pair.value)) layOut(key, pair.value);
      // YAML 1.1 takes `999:999` for a number to the base of sixty.
      if (isScalar(pair.value) && /^\d+:\d+$/.test(String(pair.value.value))) pair.value.type = Scalar.QUOTE_DOUBLE;
      const above = ancestors.filter(isPair).map(keyOf);
      const owner = ancestors.at(-1);
      const first = isMap(owner) && owner.items[0] === pair;
      const inServices = above[0] === 'services';
      if (!first && (above.length === 0 || (inServices && above.length === 1))) pair.key.spaceBefore = true;
      if (inServices && above.length === 2 && Object.hasOwn(why, key) && !said.has(key)) {
        said.add(key);
        pair.key.commentBefore = ` ${why[key]}`;
      }
    },
  });
  const comment = head.split('\n').map((line) => `# ${line}\n`);
  return withResets(comment.join('') + document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

function layOut(key: string, list: YAMLSeq): void {
  const words = list.items.filter((item) => isScalar(item));
  if (words.length < list.items.length) return;
  if (ONE_LINE.has(key)) list.flow = true;
  if (QUOTED.has(key)) for (const word of words) word.type = Scalar.QUOTE_DOUBLE;
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : undefined;
}
