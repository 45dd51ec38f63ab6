import { ALPINE_PROGRAMS } from './alpine.ts';
import { DEBIAN_PROGRAMS } from './debian.ts';
import { FILE_PROGRAMS } from './files.ts';
import { LANGUAGE_PROGRAMS } from './languages.ts';
import { NODE_PROGRAMS } from './node.ts';
import type { Program } from './program.ts';
import { PYTHON_PROGRAMS } from './python.ts';
import { RPM_PROGRAMS } from './rpm.ts';
import { TRANSFER_PROGRAMS } from './transfer.ts';
import { USER_PROGRAMS } from './users.ts';

export const PROGRAMS: readonly Program[] = [
  ...ALPINE_PROGRAMS,
  ...DEBIAN_PROGRAMS,
  ...FILE_PROGRAMS,
  ...LANGUAGE_PROGRAMS,
  ...NODE_PROGRAMS,
  ...PYTHON_PROGRAMS,
  ...RPM_PROGRAMS,
  ...TRANSFER_PROGRAMS,
  ...USER_PROGRAMS,
];

/** A program's table made quick to ask. */
export interface ProgramTable {
  readonly program: Program;
  readonly valued: ReadonlySet<string>;
  readonly attached: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly valuedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

const tables = new Map<string, ProgramTable>();
const byName = new Map(PROGRAMS.flatMap((program) => program.names.split(' ').map((name) => [name, program] as const)));

/** The table of a program by its canonical name, made on first use. */
export function findProgram(name: string): ProgramTable | undefined {
  const program = byName.get(name);
  if (!program) return undefined;
  let table = tables.get(name);
  if (!table) {
    table = tableOf(program);
    tables.set(name, table);
  }
  return table;
}

/** Whether the tables know a program by any of its names. */
export function isKnownProgram(name: string): boolean {
  return byName.has(canonicalProgram(name));
}

export function tableOf(program: Program): ProgramTable {
  return {
    program,
    valued: listed(program.valued),
    attached: listed(program.attached),
    words: listed(program.words),
    groups: listed(program.groups),
    valuedBy: new Map(Object.entries(program.valuedBy ?? {}).map(([name, valued]) => [name, listed(valued)])),
  };
}

function listed(text: string | undefined): ReadonlySet<string> {
  return new Set(text?.split(' ').filter((item) => item !== ''));
}

/** Programs that distributions also install under a name with a version: `pip3.11`, `python3`, `dnf-3`, `gem2.7`. */
const VERSIONED = /^(python|pypy|pip|pipx|gem|bundle|ruby|php|perl|node|dnf|yum|gpg|go)-?\d+(\.\d+)*$/;

const CALLED: ReadonlyMap<string, string> = new Map([
  ['pypy', 'python'],
  ['nodejs', 'node'],
  ['yarnpkg', 'yarn'],
  ['bundler', 'bundle'],
  ['mvnw', 'mvn'],
  ['mvnd', 'mvn'],
  ['gradlew', 'gradle'],
]);

/** The name that facts use for a program: `pip` for `pip3.11`, `yarn` for `yarnpkg`. */
export function canonicalProgram(name: string): string {
  const plain = VERSIONED.exec(name)?.[1] ?? name;
  return CALLED.get(plain) ?? plain;
}
