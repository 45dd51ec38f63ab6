import { type Finding, fixFiles, type Mended } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { LintOptions } from './lint-options.ts';
import type { ChangedFile } from './lint-outcome.ts';
import type { Scene } from './scene.ts';

export interface MendedScene {
  /** What is found once the files are mended. */
  readonly findings: readonly Finding[];
  readonly changed: readonly ChangedFile[];
  /** Why files are as they were. */
  readonly unwritten: readonly Diagnostic[];
}

export interface MendInput {
  /** What is found in the files as they are. */
  readonly before: readonly Finding[];
  /** Lints the files with changed texts laid over them. */
  readonly lint: (texts: Mended['texts']) => readonly Finding[];
  /** Writes files, and answers which could not be written. */
  readonly write: (files: readonly ChangedFile[]) => readonly Diagnostic[];
  readonly unsafe: LintOptions['unsafe'];
}

/** Mends what was asked for, and looks at what is there then. */
export function mendScene(scene: Scene, { before, lint, write, unsafe = false }: MendInput): MendedScene {
  const mended = mend(scene, before, unsafe);
  const wanted = [...mended.texts].map(([path, after]) => ({ path, before: scene.textOf(path) ?? '', after }));
  const unwritten = write(wanted);
  const texts = new Map(mended.texts);
  for (const { path = '' } of unwritten) texts.delete(path);
  // What could not be written is as it was.
  const left = texts.size > 0 ? lint(texts) : before;
  return {
    findings: withoutRefused(left, mended, unsafe),
    changed: wanted.filter(({ path }) => texts.has(path)),
    unwritten,
  };
}

/** Fixes of the findings that were asked for; whether they do harm is seen on all files. */
function mend(scene: Scene, before: readonly Finding[], unsafe: boolean): Mended {
  const { only, isWanted, trial, faults, textOf } = scene;
  return fixFiles({
    findings: only ? trial(new Map(), undefined) : before,
    wanted: (finding) => isWanted(finding.place.source.path),
    unsafe,
    read: textOf,
    lint: (overlay) => trial(overlay, undefined),
    faults,
  });
}

/** A fix that was tried and taken back is promised no more. */
function withoutRefused(findings: readonly Finding[], { wasRefused }: Mended, unsafe: boolean): Finding[] {
  return findings.map((finding) => {
    const { fix, ...rest } = finding;
    const wasTried = fix && (unsafe || fix.safety === 'safe');
    return wasTried && wasRefused(finding, findings) ? rest : finding;
  });
}
