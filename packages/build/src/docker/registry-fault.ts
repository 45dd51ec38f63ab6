import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ProgramResult } from '../model/program.ts';
import { DENIED } from './registry-image.ts';

/** What a registry said against reading or writing a reference, as a sentence; undefined where it is none of its faults. */
export function registryFault({ stderr }: Pick<ProgramResult, 'stderr'>, reference: string): Diagnostic | undefined {
  if (DENIED.test(stderr)) {
    return {
      code: 'registry/refuses',
      message: `The registry refuses ${reference}.`,
      hint: 'Log in with "docker login", see that this account may use the repository, and that the repository exists.',
      exit: 3,
    };
  }
  if (UNREACHABLE.test(stderr)) {
    return {
      code: 'registry/unreachable',
      message: `The registry of ${reference} cannot be reached: ${wordsOf(stderr)}.`,
      hint: 'Run again once it answers.',
      exit: 3,
    };
  }
  if (/\b(?:429|toomanyrequests|too many requests)\b/i.test(stderr)) {
    return {
      code: 'registry/busy',
      message: `The registry of ${reference} takes no more requests for now.`,
      hint: 'Log in with "docker login", or wait and run again.',
      exit: 3,
    };
  }
  return undefined;
}

const UNREACHABLE =
  /dial tcp|connection refused|no such host|i\/o timeout|TLS handshake|x509:|network is unreachable|server gave HTTP response to HTTPS|\b50[0234]\b[^\n]{0,30}(?:Internal Server|Bad Gateway|Service Unavailable|Gateway Time)/i;

/** The end of the line says it: `dial tcp 127.0.0.1:1: connect: connection refused`. */
function wordsOf(text: string): string {
  const line = text.split('\n').find((each) => UNREACHABLE.test(each)) ?? '';
  return (/(?:dial tcp|tls:|x509:).*$/.exec(line)?.[0] ?? line).trim().slice(0, 300);
}
