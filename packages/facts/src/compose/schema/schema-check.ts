import {
  entryName,
  suggest,
  textAt,
  toData,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '@dockwarden-internal/syntax';
import { MAX_FAULTS } from '../bounds.ts';
import { type ComposeFault, composeFaults } from '../faults.ts';
import { knownKeys } from './known-keys.ts';
import { type SchemaFault, tellErrors } from './tell-errors.ts';
import { validateCompose } from './validate-compose.generated.js';
import { withoutReset } from './without-reset.ts';

/**
 * Holds a file as written against the Compose Specification's schema: a fault for each value that it refuses, at the
 * value, and for each unknown key, at the key. Values with a variable in them are let pass, as it decides their type.
 * Heavy (some 300 KB): import it where faults of the schema are wanted.
 */
export function checkSchema(tree: YamlTree): readonly ComposeFault[] {
  const faults = composeFaults();
  for (const root of tree.documents) {
    for (const key of keysNotText(root))
      faults.add('schema-key', `\`${textAt(key)}\` is a key, and has to be text: quote it.`, key);
    const written = withoutReset(root);
    if (!written || validateCompose(toData(written))) continue;
    for (const fault of tellErrors(validateCompose.errors ?? [])) {
      if (faults.all.length === MAX_FAULTS) return faults.all;
      report(written, fault);
    }
  }
  return faults.all;

  function report(root: YamlNode, fault: SchemaFault) {
    const node = nodeAt(root, fault.path);
    if (!node || hasVariable(node)) return;
    const key = fault.key === undefined ? undefined : keyAt(node, fault.key);
    const at = key ?? node;
    faults.add(fault.code, sentence(fault), { source: at.source, span: at.via ?? at.span });
  }
}

/** Keys that YAML reads as a number, as true or false, or as nothing; none of what an alias or a merge key brings again. */
function keysNotText(node: YamlNode): YamlScalar[] {
  if (node.kind === 'scalar' || node.via) return [];
  if (node.kind === 'list') return node.items.flatMap(keysNotText);
  return node.entries
    .filter((entry) => !entry.merged)
    .flatMap(({ key, value }) => [...(typeof key.value === 'string' ? [] : [key]), ...keysNotText(value)]);
}

function sentence({ path, key, message }: SchemaFault): string {
  if (key === undefined) return `${shown(path)} ${message}`;
  const near = suggest(key, knownKeys(path));
  return `${message}${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
}

function shown(path: readonly string[]): string {
  return path.length === 0 ? 'The file' : `\`${path.join('.')}\``;
}

function nodeAt(root: YamlNode, path: readonly string[]): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const segment of path) {
    if (node?.kind === 'list') node = node.items[Number(segment)];
    else if (node?.kind === 'map') node = node.entries.find((entry) => entryName(entry) === segment)?.value;
    else return undefined;
  }
  return node;
}

function keyAt(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.find((entry) => entryName(entry) === key)?.key : undefined;
}

/** True for a string that a variable is part of. */
function hasVariable(node: YamlNode): boolean {
  return (
    node.kind === 'scalar' &&
    typeof node.value === 'string' &&
    /\$(?:\{|[A-Za-z_])/.test(node.value.replaceAll('$$', ''))
  );
}
