import type { BaseFacts } from './base-facts.ts';

/** Names, in a list or with blanks between. */
export type Names = string | readonly string[];

/** The table of base images, as its data file has it. */
export interface BaseTable {
  /** Day of the last change of the file; what an entry was held against, and when, it says itself. */
  readonly asOf: string;
  /** Programs that policies ask for: of these an entry that is not `open` has all that it names, and lacks the others. */
  readonly asked: Names;
  /** Prefixes of repositories that hold the same as Docker's official images. */
  readonly mirrors: readonly string[];
  readonly profiles: Readonly<Record<string, BaseLayer>>;
  /** In order: the first that fits. */
  readonly images: readonly BaseEntry[];
}

/** One image, or several with the same content. */
export interface BaseEntry extends BaseLayer {
  /** See matchPattern: `node:{node}*slim`. */
  readonly match: readonly string[];
  /** Of images that fit nothing is known: the search ends. */
  readonly unknown?: boolean;
  /** Day on which it was last held against the texts that `sources` name, not against a pulled image; an entry without one is `open`. */
  readonly asOf?: string;
}

type Values = Omit<BaseFacts, 'entry' | 'asOf' | 'lacks' | 'runtimes' | 'shells' | 'managers' | 'programs' | 'env'>;

/** A layer of facts; later layers replace values, and add to `programs`, `env` and `sources`. */
export interface BaseLayer extends Partial<Values> {
  /** A profile that comes first. */
  readonly extends?: string;
  readonly shells?: Names;
  readonly managers?: Names;
  readonly env?: Names;
  readonly programs?: Names;
  /** Programs that are not here, also if a layer before has them. */
  readonly without?: Names;
  /** Programs of which nothing is known. */
  readonly unsure?: Names;
  /** True where the list of programs is not complete, so that nothing follows for others. */
  readonly open?: boolean;
  /** The version is what the pattern found under the name. */
  readonly runtimes?: Names;
  /** Further layers, each for tags with one of the words; words stand between dashes and may hold `*`. */
  readonly tags?: readonly TagLayer[];
}

export interface TagLayer extends Omit<BaseLayer, 'extends' | 'tags'> {
  readonly words: readonly string[];
}

export function names(list: Names | undefined): readonly string[] {
  return typeof list === 'string' ? list.split(/\s+/).filter((name) => name !== '') : (list ?? []);
}
