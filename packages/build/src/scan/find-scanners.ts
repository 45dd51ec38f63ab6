import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import type { Scanner } from './scanner.ts';
import type { ScannerName } from './scanner-names.ts';
import { SCANNERS } from './scanners.ts';

export interface FoundScanner {
  readonly scanner: Scanner;
  readonly version: string;
}

export interface FoundScanners {
  readonly found: readonly FoundScanner[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The scanners that were asked for, or all that are there. One that was asked for by name and is not there is a fault, and so is having none. */
export async function findScanners(
  run: RunProgram,
  asked: readonly ScannerName[] | undefined,
  signal?: AbortSignal,
): Promise<FoundScanners> {
  const wanted = asked ? SCANNERS.filter(({ name }) => asked.includes(name)) : SCANNERS;
  const looked = await Promise.all(
    wanted.map(async (scanner) => ({ scanner, version: await scanner.version(run, signal) })),
  );
  const found = looked.flatMap(({ scanner, version }) => (version === undefined ? [] : [{ scanner, version }]));
  if (asked) {
    const missing = looked.filter(({ version }) => version === undefined);
    return { found, diagnostics: missing.map(({ scanner }) => missingScanner(scanner)) };
  }
  return { found, diagnostics: found.length > 0 ? [] : [noScanner] };
}

function missingScanner({ name, install }: Scanner): Diagnostic {
  return { code: 'scan/missing', message: `${name} was asked for and is not there`, hint: install, exit: 3 };
}

const noScanner: Diagnostic = {
  code: 'scan/none',
  message: `No scanner is there: install one of ${SCANNERS.map(({ name }) => name).join(', ')}, and put it on the PATH`,
  exit: 3,
};
