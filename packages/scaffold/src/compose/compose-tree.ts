import type { YamlData } from '@dockwarden-internal/syntax';

export type ComposeMap = { readonly [key: string]: YamlData };

/** What one Compose file is to hold. Sections that are empty are left out. */
export interface ComposeTree {
  readonly name?: string;
  readonly services: Readonly<Record<string, ComposeMap>>;
  readonly networks?: ComposeMap;
  readonly volumes?: ComposeMap;
  readonly secrets?: ComposeMap;
  readonly configs?: ComposeMap;
}

export const SECTIONS = ['services', 'networks', 'volumes', 'secrets', 'configs'] as const;

/** Stands for `!reset null`, which drops what the files before said; JSON has no word for it. Source: Compose specification, "Merge". */
export const RESET = '__reset__';

/** Replaces the stand-ins of a file's text. */
export function withResets(text: string): string {
  return text.replace(/: (['"]?)__reset__\1(?=\s*$)/gm, ': !reset null');
}

/** The three files of a project: what holds everywhere, and what development and production add. */
export interface ComposeTrees {
  readonly base: ComposeTree;
  readonly development: ComposeTree;
  readonly production: ComposeTree;
}

/** Puts trees together, in the order of sections that the Compose specification has; what the first has comes first. */
export function joinTrees(trees: readonly ComposeTree[]): ComposeTree {
  const name = trees.find((tree) => tree.name !== undefined)?.name;
  const sections = SECTIONS.map(
    (section) => [section, Object.assign({}, ...trees.map((tree) => tree[section]))] as const,
  );
  return {
    ...(name !== undefined && { name }),
    services: {},
    ...Object.fromEntries(sections.filter(([, entries]) => Object.keys(entries).length > 0)),
  };
}
