import type { ComposeFaults } from '../faults.ts';
import type { Located, LocatedScalar } from '../located.ts';
import { KINDS, type TextKind, WRONG_NUMBERS } from './text-kinds.ts';
import { TEXTS, type TextTree } from './text-places.ts';

/** Faults for texts that Compose makes a number, a flag or a list of words of, and cannot. Those with unknown variables pass. */
export function checkTexts(root: Located, faults: ComposeFaults, tree: TextTree | TextKind = TEXTS): void {
  if (typeof tree === 'string') {
    if (root.kind === 'scalar' && refuses(tree, root))
      faults.add('value', `\`${root.value}\` is ${KINDS[tree].is}.`, root.place);
  } else if (root.kind === 'list') {
    const inner = tree['*'];
    if (inner) for (const item of root.items) checkTexts(item, faults, inner);
  } else if (root.kind === 'map') {
    for (const { key, value } of root.entries.values()) {
      const inner = Object.hasOwn(tree, key) ? tree[key] : tree['*'];
      if (inner) checkTexts(value, faults, inner);
    }
  } else if (tree['']) checkTexts(root, faults, tree['']);
}

function refuses(kind: TextKind, { value, holes }: LocatedScalar): boolean {
  if (holes.length > 0 || value === null) return false;
  if (typeof value === 'string') return !KINDS[kind].reads(value);
  return typeof value === 'number' ? WRONG_NUMBERS[kind]?.(value) === true : kind === 'word';
}
