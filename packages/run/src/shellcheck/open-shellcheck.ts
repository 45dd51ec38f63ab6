import type { JoinedFinding } from '@dockwarden-internal/engine';
import type { Dockerfile } from '@dockwarden-internal/facts';
import type { Settings } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Shellcheck } from './find-shellcheck.ts';
import { knownScripts } from './known-scripts.ts';
import { shellFindings } from './shell-findings.ts';

/** ShellCheck in a run. */
export interface JoinedShellcheck {
  readonly lint: (
    dockerfiles: readonly Dockerfile[],
    settingsOf: (path: string) => Settings,
  ) => ReadonlyMap<string, readonly JoinedFinding[]>;
  /** What went wrong so far. */
  readonly diagnostics: () => readonly Diagnostic[];
}

export function openShellcheck(shellcheck: Shellcheck, root: string, noCache = false): JoinedShellcheck {
  const diagnostics: Diagnostic[] = [];
  return {
    lint: (dockerfiles, settingsOf) => {
      const known = knownScripts(root, shellcheck, noCache);
      const found = shellFindings(shellcheck, dockerfiles, settingsOf, known);
      diagnostics.push(...found.diagnostics);
      known.keep();
      return found.byPath;
    },
    diagnostics: () => diagnostics,
  };
}
