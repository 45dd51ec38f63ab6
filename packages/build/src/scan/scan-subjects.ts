import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import type { FoundScanner } from './find-scanners.ts';
import { joinFindings } from './join-findings.ts';
import { runScanner, type ScannerLimits } from './run-scanner.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { ScanSubject } from './scanner.ts';

export interface ScanRequest extends ScannerLimits {
  readonly scanners: readonly FoundScanner[];
  readonly images: readonly ScanSubject[];
  readonly dockerfiles: readonly ScanSubject[];
  /** One scan of one subject has ended. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Scanned {
  /** Joined and in order. */
  readonly findings: readonly ScanFinding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs scanners side by side, each over one subject after the other, since they lock their databases. What one fails at, the rest still says. */
export async function scanSubjects(run: RunProgram, request: ScanRequest): Promise<Scanned> {
  const { scanners, images, dockerfiles, onProgress } = request;
  const work = scanners.map(({ scanner }) => ({
    scanner,
    subjects: scanner.subject === 'image' ? images : dockerfiles,
  }));
  const total = work.reduce((sum, { subjects }) => sum + subjects.length, 0);
  let done = 0;
  const results = await Promise.all(
    work.map(async ({ scanner, subjects }) => {
      const findings: ScanFinding[] = [];
      const diagnostics: Diagnostic[] = [];
      for (const [index, subject] of subjects.entries()) {
        const result = await runScanner(run, scanner, subject, request);
        onProgress?.(++done, total);
        if ('findings' in result) {
          for (const finding of result.findings) findings.push(finding);
          continue;
        }
        diagnostics.push(result.fault);
        if (result.forAll) {
          const rest = subjects.slice(index + 1).map(({ name }) => name);
          if (rest.length > 0) diagnostics.push(notScanned(scanner.name, rest));
          break;
        }
      }
      return { findings, diagnostics };
    }),
  );
  return {
    findings: joinFindings(results.flatMap(({ findings }) => findings)),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

function notScanned(scanner: string, names: readonly string[]): Diagnostic {
  const message = `${scanner} is not asked about ${names.join(', ')}, since it would end the same way`;
  return { code: 'scan/left-out', message, exit: 3 };
}
