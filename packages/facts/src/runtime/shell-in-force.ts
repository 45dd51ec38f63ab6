import { interpreterOf } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { ShellInForce } from '../model/runtime.ts';
import { copiesShell } from '../stage/copied-shell.ts';
import { fromWord } from '../stage/from-word.ts';
import { rootBase, rootStage } from '../stage/root.ts';
import { endOf, lastBefore, type Moment, momentBefore } from '../stage/timeline.ts';

/** The shell that runs an instruction's shell form; absent before the first FROM. */
export const shellAt = memo((instruction: Instruction): ShellInForce | undefined => {
  const moment = momentBefore(instruction);
  return moment && shellAtMoment(moment);
});

/** The shell that a stage ends with, which those built on it start with. */
export const shellOf = memo((stage: Stage): ShellInForce => shellAtMoment(endOf(stage)));

/** Source: Dockerfile reference, SHELL; without one, that of the base image, and `/bin/sh -c` (`cmd /S /C` on Windows) where it sets none. */
function shellAtMoment(moment: Moment): ShellInForce {
  const set = lastBefore(moment, 'shell')?.instruction;
  if (set?.node.json?.length) return explicitShell(set);
  const inherited = inheritedShell(rootStage(moment.stage));
  return inherited.family === 'none' ? { ...inherited, family: copiedShell(moment.stage) } : inherited;
}

const explicitShell = memo(({ node, dockerfile }: Instruction): ShellInForce => {
  const words = node.json!.map((string) => string.value);
  const place = placeOf(dockerfile, node.argsSpan);
  return { family: familyOf(words), pipefail: interpreterOf(words)?.pipefail ?? false, explicit: true, words, place };
});

const inheritedShell = memo((stage: Stage): ShellInForce => {
  const base = rootBase(stage);
  const at = fromWord(stage);
  const place = at && { place: placeOf(stage.dockerfile, at.span) };
  const shared = { explicit: false, ...place };
  if (isUnsure(base)) {
    // Only Windows needs another escape character; elsewhere images hardly ever set a shell of their own, but they can.
    const windows = stage.dockerfile.tree.escape === '`' || WINDOWS.test(at?.text ?? '');
    return { family: windows ? unknown : 'posix', pipefail: unknown, words: windows ? [] : usual, ...shared };
  }
  // The builder takes the usual shell also where the image has none, and then fails.
  if (!base || base.shells.length === 0) return { family: 'none', pipefail: false, words: usual, ...shared };
  const words = base.shell?.length ? base.shell : usual;
  return { family: familyOf(words), pipefail: interpreterOf(words)?.pipefail ?? false, words, ...shared };
});

/** An image without a shell has one once COPY brings it: that of busybox, or a whole system. */
function copiedShell(stage: Stage): Maybe<'posix' | 'none'> {
  const copied = copiesShell(stage);
  return isUnsure(copied) ? unknown : copied ? 'posix' : 'none';
}

/** Source: Microsoft, "Container base images". */
const WINDOWS = /^mcr\.microsoft\.com\/windows(?:\/|:|$)/;

/** True where what a shell runs reads as a script of POSIX, also where nothing tells whether it is in the image; false for Windows. */
export function readsPosix({ words }: ShellInForce): boolean {
  return interpreterOf(words)?.posix === true;
}

const usual = ['/bin/sh', '-c'];

function familyOf(words: readonly string[]): Maybe<'posix' | 'powershell' | 'cmd'> {
  const interpreter = interpreterOf(words);
  if (!interpreter) return unknown;
  if (interpreter.posix) return 'posix';
  const program = interpreter.program.toLowerCase();
  if (program === 'cmd') return 'cmd';
  return program === 'pwsh' || program === 'powershell' ? 'powershell' : unknown;
}
