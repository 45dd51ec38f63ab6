import { memo } from '../../kernel/memo.ts';
import type { FactSettings } from '../../model/world.ts';
import { canonicalProgram, findProgram, type ProgramTable, tableOf } from './find-program.ts';

/** An entry of `programs` in the configuration: a program that the tables do not know, or another name of one that they do. */
export interface OwnProgram {
  readonly names: readonly string[];
  /** The program that it is called and read like: `apt-get` for a wrapper of it. */
  readonly like?: string;
  /** Options that take the next word, or what follows them in their own. */
  readonly valued?: readonly string[];
  /** Options that take a value only in their own word. */
  readonly attached?: readonly string[];
  /** True where the first operand says what to do. */
  readonly subcommands?: boolean;
}

/** What programs are called by facts, and how their words are read. */
export interface Programs {
  readonly canonical: (name: string) => string;
  readonly table: (program: string) => ProgramTable | undefined;
}

export const BUILTIN_PROGRAMS: Programs = { canonical: canonicalProgram, table: findProgram };

/** The programs of the tables with those of a configuration, which go before. */
export const programsIn = memo(({ programs = [] }: FactSettings): Programs => {
  if (programs.length === 0) return BUILTIN_PROGRAMS;
  const alike = new Map<string, string>();
  const own = new Map<string, ProgramTable>();
  for (const { names, like, valued = [], attached = [], subcommands } of programs) {
    const [first = ''] = names;
    for (const name of names) alike.set(name, like === undefined ? first : canonicalProgram(like));
    if (like !== undefined) continue;
    const lists = { valued: valued.join(' '), attached: attached.join(' ') };
    own.set(
      first,
      tableOf({
        names: names.join(' '),
        source: 'dockwarden.yaml',
        asOf: '',
        ...lists,
        ...(subcommands && { subcommands }),
      }),
    );
  }
  return {
    canonical: (name) => alike.get(name) ?? canonicalProgram(name),
    table: (program) => own.get(program) ?? findProgram(program),
  };
});
