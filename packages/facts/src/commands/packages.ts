import type { ShellWord, Span } from '@dockwarden-internal/syntax';
import type { FlagReading } from './flag-reading.ts';
import { flagValues } from './flags.ts';
import { type PackageNotation, specReaderFor } from './package-managers.ts';
import type { PackageReading, Spec } from './package-reading.ts';
import type { CommandReading } from './read-command.ts';
import { readInstall } from './read-install.ts';
import { versioned } from './specs/language-specs.ts';
import { MASK, maskExpansions } from './specs/mask.ts';
import { fileSpec, type SpecReader } from './specs/system-specs.ts';

export type { PackageReading } from './package-reading.ts';

/**
 * The packages that a command installs, in the order in which they are written; with `transient`, also those that it only runs. None for a command
 * that installs none by name. Sources are told apart by the notation alone; whether a file exists is not asked.
 */
export function packagesOf(reading: CommandReading): PackageReading[] {
  if (BUILD_DEPENDENCIES.has(reading.subcommand?.text ?? '')) return [];
  const found = specReaderFor(reading);
  if (!found) return reading.launched ? packagesOf(reading.launched) : [];
  const install = readInstall(reading);
  const manager = install?.manager ?? reading.program!;
  const base = { manager, ...(found.transient ? { transient: true as const } : {}) };
  const named = operands(reading, found.operands).flatMap((word) => fromWord(word, found.read, base));
  const flagged = reading.flags.flatMap((flag) => fromFlag(flag, found, base));
  const packages = [...named, ...flagged].sort((a, b) => a.span.start - b.span.start);
  return withSharedVersion(reading, packages);
}

/** Install what the packages that they name are built with. Sources: apt-get(8), dnf(8). */
const BUILD_DEPENDENCIES: ReadonlySet<string> = new Set(['build-dep', 'builddep']);

/** What stands behind `--` is for the build of a gem; elsewhere it is more operands. */
function operands(reading: CommandReading, limit: number | undefined): readonly ShellWord[] {
  const stop = reading.program === 'gem' ? reading.dashes : undefined;
  return reading.args.slice(0, Math.min(stop ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY));
}

type Base = Pick<PackageReading, 'manager' | 'transient'>;

function fromWord(word: ShellWord, read: SpecReader, base: Base): PackageReading[] {
  const texts = word.alternatives ?? [word.shown];
  return texts.flatMap((text) =>
    packageFrom(text, word.span, word.value === undefined && !word.alternatives, read, base),
  );
}

function packageFrom(text: string, span: Span, unresolved: boolean, read: SpecReader, base: Base): PackageReading[] {
  const masked = unresolved ? maskExpansions(text) : text;
  const spec = isOnlyMask(masked) && read !== fileSpec ? { source: 'registry' as const } : read(text, masked);
  if (!spec || text === '') return [];
  return [{ ...defined(spec), ...base, text, ...(unresolved ? { unresolved: true as const } : {}), span }];
}

function isOnlyMask(masked: string): boolean {
  return masked !== '' && masked.replaceAll(MASK, '') === '';
}

function fromFlag(flag: FlagReading, { read, files, named }: PackageNotation, base: Base): PackageReading[] {
  const { name, value, span } = flag;
  if (value === undefined) return [];
  const unresolved = flag.unresolved ?? false;
  if (includes(files, name)) {
    return [
      { ...base, text: value, source: 'requirement', ...(unresolved ? { unresolved: true as const } : {}), span },
    ];
  }
  if (includes(named ?? '', name)) return packageFrom(value, span, unresolved, read, base);
  if (files === '' || !includes('-e --editable', name)) return [];
  return packageFrom(value, span, unresolved, (text, masked) => editable(read(text, masked)), base);
}

/** What is installed as editable is a folder, unless it comes from elsewhere. Source: pip install, `-e`. */
function editable(spec: Spec | undefined): Spec {
  return spec && spec.source !== 'registry' ? spec : { source: 'project' };
}

function includes(names: string, name: string): boolean {
  return names.split(' ').includes(name);
}

/** Options that speak of every package of the command: the release of apt, the version of gem, cargo and dotnet, the address of cargo. */
function withSharedVersion(reading: CommandReading, packages: readonly PackageReading[]): PackageReading[] {
  const shared = sharedSpec(reading);
  return packages.map((found) =>
    found.source === 'registry' ? { ...shared, ...found, ...(shared.source ? { source: shared.source } : {}) } : found,
  );
}

function sharedSpec(reading: CommandReading): Partial<Spec> {
  const last = (names: string) => flagValues(reading, names).at(-1);
  const version = (names: string) => {
    const value = last(names);
    return value === undefined ? {} : versioned(value);
  };
  switch (reading.program) {
    case 'apt-get':
    case 'apt':
    case 'aptitude': {
      const release = last('-t --target-release --default-release');
      return release === undefined ? {} : { release };
    }
    case 'gem':
      return version('-v --version');
    case 'dotnet':
      return version('--version -v');
    case 'cargo': {
      if (last('--git') === undefined) return version('--version --vers');
      const commit = last('--rev') ?? last('--tag') ?? last('--branch');
      const exact = last('--branch') === undefined;
      return { source: 'vcs', ...(commit === undefined ? {} : { version: commit, exact }) };
    }
    default:
      return {};
  }
}

function defined(spec: Spec): Spec {
  const { name, ...rest } = spec;
  return name === undefined ? rest : { name, ...rest };
}
