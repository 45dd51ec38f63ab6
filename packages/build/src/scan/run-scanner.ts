import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ProgramResult, RunProgram } from '../model/program.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { Scanner, ScanSubject } from './scanner.ts';

export interface ScannerLimits {
  /** The workspace's root, where paths begin. */
  readonly cwd: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

export interface ScannerFault {
  readonly fault: Diagnostic;
  /** Whether asking the same scanner about something else would end alike: no account, no database, no time. */
  readonly forAll: boolean;
}

/** What one scanner says of one subject. An exit code other than 0 is a fault: no scanner is asked to fail on what it finds. */
export async function runScanner(
  run: RunProgram,
  scanner: Scanner,
  subject: ScanSubject,
  { cwd, timeout, signal }: ScannerLimits,
): Promise<{ readonly findings: readonly ScanFinding[] } | ScannerFault> {
  const { program, env } = scanner;
  const result = await run(program, scanner.args(subject), {
    cwd,
    timeout,
    ...(env && { env }),
    ...(signal && { signal }),
  });
  if (result.code !== 0) return scannerFault(scanner, subject, result, timeout);
  const findings = scanner.read(result.stdout, subject);
  if (findings) return { findings };
  const message = `What ${scanner.name} prints about ${subject.name} cannot be read`;
  const hint = `Its version may be one that is not known. ${scanner.install}`;
  return { fault: { code: 'scan/unreadable', message, hint, exit: 3 }, forAll: false };
}

function scannerFault(
  { name, hintFor, install }: Scanner,
  subject: ScanSubject,
  { failure, stderr, code }: ProgramResult,
  timeout: number,
): ScannerFault {
  const about = `${name} does not scan ${subject.name}`;
  if (failure === 'missing') return endsAll('scan/missing', `${about}: it is not there`, install);
  if (failure === 'interrupted') return endsAll('scan/interrupted', `${about}: interrupted`);
  if (failure === 'timeout') {
    const hint = 'Give it longer with --timeout SECONDS; the first run loads its database.';
    return endsAll('scan/timeout', `${about} within ${timeout / 1000} s`, hint);
  }
  const known = hintFor(stderr);
  const hint = known ?? missingImage(stderr, subject);
  const message = `${about}: ${lastLine(stderr) ?? `exit code ${code}`}`;
  const fault: Diagnostic = { code: 'scan/failed', message, ...(hint !== undefined && { hint }), exit: 3 };
  return { fault, forAll: known !== undefined };
}

function endsAll(code: string, message: string, hint?: string): ScannerFault {
  return { fault: { code, message, ...(hint !== undefined && { hint }), exit: 3 }, forAll: true };
}

function missingImage(errors: string, { where, name }: ScanSubject): string | undefined {
  const absent = where === 'engine' && /No such image|image not found|unable to find the specified image/i.test(errors);
  return absent ? `Build it first: dockwarden build ${name}.` : undefined;
}

/** Characters of an error that are worth a sentence. */
const LONGEST_ERROR = 400;

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The last line that says something; log lines without the time before them. */
function lastLine(errors: string): string | undefined {
  const lines = errors.slice(-20_000).split(/[\r\n]+/);
  const last = lines.map((line) => line.replace(colours, '').trim()).findLast((line) => line !== '');
  return last?.replace(/^\d{4}-\d\d-\d\dT\S+\s+/, '').slice(0, LONGEST_ERROR);
}
