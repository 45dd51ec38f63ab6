import type { ShellWord, Span } from '@dockwarden-internal/syntax';
import { flagValues } from '../commands/flags.ts';
import type { Ecosystem } from '../commands/install-reading.ts';
import { readPackageAction } from '../commands/package-action.ts';
import { packagesOf } from '../commands/packages.ts';
import { readInstall } from '../commands/read-install.ts';
import { memo } from '../kernel/memo.ts';
import { baseName } from '../kernel/path.ts';
import type { Command } from '../model/command.ts';
import { isOpaque } from './opaque-commands.ts';
import { programsOfPackage } from './package-programs.ts';

export interface NamedProgram {
  readonly name: string;
  readonly span: Span;
}

/** What a command does to the programs of an image. */
export interface ProgramChange {
  readonly brings: readonly NamedProgram[];
  readonly removes: readonly Removal[];
  /** The group of `apk add --virtual NAME`, by which a later `apk del` can name all that it brings. */
  readonly group?: string;
  /** True where it may bring programs that are not seen. */
  readonly opaque: boolean;
}

export interface Removal {
  /** As written: a package, or the group of several. */
  readonly word: string;
  readonly programs: readonly string[];
}

const systems: ReadonlySet<Ecosystem> = new Set(['apt', 'apk', 'rpm', 'arch']);

export const programChange = memo((command: Command): ProgramChange => {
  const { reading, shell } = command;
  const install = readInstall(reading);
  if (install && systems.has(install.ecosystem)) return systemInstall(command, install.virtual);
  const written = shell.redirects.flatMap(({ operator, target }) =>
    target && operator.startsWith('>') ? fileNamed(target) : [],
  );
  const action = readPackageAction(reading);
  if (action && systems.has(action.ecosystem)) {
    const removes = action.actions.includes('remove') ? reading.args.flatMap(removal) : [];
    return { brings: [], removes, opaque: false };
  }
  if (install) {
    const tools = packagesOf(reading).flatMap(({ name, span }) =>
      name === undefined ? [] : [{ name: toolName(name), span }],
    );
    return { brings: tools, removes: [], opaque: false };
  }
  return { brings: [...placedBy(command), ...written], removes: deletedBy(command), opaque: isOpaque(command) };
});

function systemInstall({ reading }: Command, group: string | undefined): ProgramChange {
  const packages = packagesOf(reading);
  const brings = packages.flatMap(({ name, span }) =>
    name === undefined ? [] : programsOfPackage(name).map((each) => ({ name: each, span })),
  );
  const opaque = packages.some(
    ({ name, source, unresolved }) => name === undefined || unresolved || source !== 'registry',
  );
  return { brings, removes: [], ...(group !== undefined && { group }), opaque };
}

function removal({ value }: ShellWord): Removal[] {
  return value === undefined ? [] : [{ word: value, programs: programsOfPackage(value) }];
}

/** `@nestjs/cli` is called by its last part, or by its scope; `github.com/air-verse/air` by its last part. */
function toolName(name: string): string {
  return baseName(name);
}

/** Files that cp, mv, ln and install put somewhere, and that curl and wget save. */
function placedBy({ reading }: Command): NamedProgram[] {
  const { program, args } = reading;
  if (program === 'cp' || program === 'mv' || program === 'ln' || program === 'install') return args.flatMap(fileNamed);
  if (program === 'curl' || program === 'wget') {
    const saved = flagValues(reading, program === 'curl' ? '-o --output' : '-O --output-document');
    const span = reading.nameSpan;
    return saved
      .map((path) => ({ name: baseName(path), span }))
      .concat(saved.length > 0 ? [] : args.flatMap(fileNamed));
  }
  if (program === 'chmod' || program === 'tee') return args.flatMap(fileNamed);
  return [];
}

function deletedBy({ reading }: Command): Removal[] {
  if (reading.program !== 'rm') return [];
  return reading.args.flatMap(({ value }) =>
    value && /^\/(usr\/)?(local\/)?s?bin\/[^*?[]+$/.test(value) ? [{ word: value, programs: [baseName(value)] }] : [],
  );
}

function fileNamed({ value, span }: ShellWord): NamedProgram[] {
  const name = value === undefined ? '' : baseName(value);
  return name === '' ? [] : [{ name, span }];
}
