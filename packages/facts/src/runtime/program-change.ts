import type { ShellWord, Span } from '@dockwarden-internal/syntax';
import { flagValues } from '../commands/flags.ts';
import type { Ecosystem } from '../commands/install-reading.ts';
import { readPackageAction } from '../commands/package-action.ts';
import { packagesOf } from '../commands/packages.ts';
import { readInstall } from '../commands/read-install.ts';
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
  readonly removes: readonly string[];
  /** True where it may bring programs that are not seen. */
  readonly opaque: boolean;
}

const systems: ReadonlySet<Ecosystem> = new Set(['apt', 'apk', 'rpm', 'arch']);

/** `groups`: the packages of `apk add --virtual NAME`, by name; it is added to, and `apk del NAME` looks there. */
export function programChange(command: Command, groups: Map<string, readonly string[]>): ProgramChange {
  const { reading, shell } = command;
  const install = readInstall(reading);
  if (install && systems.has(install.ecosystem)) return systemInstall(command, install.virtual, groups);
  const written = shell.redirects.flatMap(({ operator, target }) =>
    target && operator.startsWith('>') ? fileNamed(target) : [],
  );
  const action = readPackageAction(reading);
  if (action && systems.has(action.ecosystem)) {
    const removes = action.actions.includes('remove') ? removedBy(reading.args, groups) : [];
    return { brings: [], removes, opaque: false };
  }
  if (install) {
    const tools = packagesOf(reading).flatMap(({ name, span }) =>
      name === undefined ? [] : [{ name: toolName(name), span }],
    );
    return { brings: tools, removes: [], opaque: false };
  }
  return { brings: [...placedBy(command), ...written], removes: deletedBy(command), opaque: isOpaque(command) };
}

function systemInstall(
  { reading }: Command,
  virtual: string | undefined,
  groups: Map<string, readonly string[]>,
): ProgramChange {
  const packages = packagesOf(reading);
  const brings = packages.flatMap(({ name, span }) =>
    name === undefined ? [] : programsOfPackage(name).map((each) => ({ name: each, span })),
  );
  if (virtual !== undefined)
    groups.set(
      virtual,
      brings.map(({ name }) => name),
    );
  const opaque = packages.some(
    ({ name, source, unresolved }) => name === undefined || unresolved || source !== 'registry',
  );
  return { brings, removes: [], opaque };
}

function removedBy(args: readonly ShellWord[], groups: ReadonlyMap<string, readonly string[]>): string[] {
  return args.flatMap(({ value }) => (value === undefined ? [] : (groups.get(value) ?? programsOfPackage(value))));
}

/** `@nestjs/cli` is called by its last part, or by its scope; `github.com/air-verse/air` by its last part. */
function toolName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Files that cp, mv, ln and install put somewhere, and that curl and wget save. */
function placedBy({ reading }: Command): NamedProgram[] {
  const { program, args } = reading;
  if (program === 'cp' || program === 'mv' || program === 'ln' || program === 'install') return args.flatMap(fileNamed);
  if (program === 'curl' || program === 'wget') {
    const saved = flagValues(reading, program === 'curl' ? '-o --output' : '-O --output-document');
    const span = reading.nameSpan;
    return saved
      .map((path) => ({ name: lastPart(path), span }))
      .concat(saved.length > 0 ? [] : args.flatMap(fileNamed));
  }
  if (program === 'chmod' || program === 'tee') return args.flatMap(fileNamed);
  return [];
}

function deletedBy({ reading }: Command): string[] {
  if (reading.program !== 'rm') return [];
  return reading.args.flatMap(({ value }) =>
    value && /^\/(usr\/)?(local\/)?s?bin\/[^*?[]+$/.test(value) ? [lastPart(value)] : [],
  );
}

function fileNamed({ value, span }: ShellWord): NamedProgram[] {
  const name = value === undefined ? '' : lastPart(value);
  return name === '' ? [] : [{ name, span }];
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
