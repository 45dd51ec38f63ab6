/**
 * How a program reads its arguments: as much of it as is needed to tell options, their values and operands apart. Lists are blank-separated
 * and name options with their dashes.
 */
export interface Program {
  /** Names it is called by; the first is the one that facts use. */
  readonly names: string;
  /** Where the options were read, and in which version. */
  readonly source: string;
  /** The day that was. */
  readonly asOf: string;
  /** Options that take the next word, or what follows them in their own: `-o file`, `-ofile`, `--output file`, `--output=file`. */
  readonly valued?: string;
  /** Options that take a value only in their own word: `-j4`, `-i.bak`. Without one they stand alone. */
  readonly attached?: string;
  /** Options of several letters behind one dash: `-nv` of wget. */
  readonly words?: string;
  /** What one dash starts: letters to be told apart (`-yq` is `-y -q`), or one word (`-mod=vendor`). Letters by default. */
  readonly dash?: 'letters' | 'word';
  /** True where `-q=2` gives the value 2, as apt has it. */
  readonly equals?: boolean;
  /** Words that look like options and are none, by their form: `-x` of `chmod -x file`. */
  readonly operands?: RegExp;
  /** True where options end at the first operand: the rest is another program's. */
  readonly operandsLast?: boolean;
  /** True where the first operand says what to do. */
  readonly subcommands?: boolean;
  /** Subcommands whose next operand belongs to them: `go mod download`. */
  readonly groups?: string;
  /** Options of single subcommands that take a value, where they differ from `valued`. */
  readonly valuedBy?: Readonly<Record<string, string>>;
}
