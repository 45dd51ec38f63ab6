import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Entry } from './file-system.ts';

const PROBLEMS: Partial<Record<Entry, { code: string; message: string; hint: string; exit: 2 | 3 }>> = {
  directory: {
    code: 'files/folder',
    message: 'is a folder, not a file.',
    hint: 'Rename it, or exclude it in dockwarden.yaml.',
    exit: 3,
  },
  dangling: {
    code: 'files/dangling-link',
    message: 'is a link to nothing.',
    hint: 'Mend or remove the link.',
    exit: 3,
  },
  outside: {
    code: 'files/outside',
    message: 'is a link out of the root and is not followed.',
    hint: 'Link within the root, or exclude it.',
    exit: 2,
  },
  special: {
    code: 'files/special',
    message: 'is no regular file.',
    hint: 'Remove it, or exclude it in dockwarden.yaml.',
    exit: 3,
  },
  unreadable: {
    code: 'files/unreadable',
    message: 'cannot be read.',
    hint: 'Mend its permissions, or exclude it.',
    exit: 3,
  },
  'too-large': {
    code: 'files/too-large',
    message: 'is too large to be read as text.',
    hint: 'Exclude it in dockwarden.yaml.',
    exit: 3,
  },
};

/** Why a file cannot be read; undefined for a file, and for what is not there (deleted, but still known to git). */
export function entryDiagnostic(path: string, entry: Entry): Diagnostic | undefined {
  const problem = PROBLEMS[entry];
  return (
    problem && {
      code: problem.code,
      message: `${path} ${problem.message}`,
      hint: problem.hint,
      path,
      exit: problem.exit,
    }
  );
}
