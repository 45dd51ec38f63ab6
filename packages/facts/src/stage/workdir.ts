import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { argumentOf } from '../variable/argument.ts';
import { rootBase } from './root.ts';
import { endOf, lastBefore, type Moment, momentBefore } from './timeline.ts';

/**
 * The working directory that an instruction finds, absolute; absent where nothing set one and the container starts in `/`.
 * Source: Dockerfile reference, WORKDIR; NormalizeWorkdir in moby/buildkit util/system/path.go.
 */
export function workdirAt(instruction: Instruction): Maybe<string> {
  const moment = momentBefore(instruction);
  return moment && workdirAtMoment(moment);
}

/** The WORKDIR that an instruction finds in force; absent where only the base image can have set one. */
export function workdirSetBy(instruction: Instruction): Instruction | undefined {
  const moment = momentBefore(instruction);
  return moment && lastBefore(moment, 'workdir')?.instruction;
}

/** The working directory of a stage's image. */
export function workdirOf(stage: Stage): Maybe<string> {
  return workdirAtMoment(endOf(stage));
}

/** What the WORKDIR instructions say, back to the last absolute one; a relative one adds to what it finds. */
function workdirAtMoment(moment: Moment): Maybe<string> {
  const relative: string[] = [];
  let before = moment;
  for (;;) {
    const found = lastBefore(before, 'workdir');
    if (!found) break;
    const path = argumentOf(found.instruction);
    if (isUnsure(path) || path === undefined) return unresolved;
    relative.push(path);
    if (isAbsolute(path)) return joined(relative);
    before = found.moment;
  }
  const base = rootBase(moment.stage);
  if (isUnsure(base)) return relative.length > 0 ? unresolved : unknown;
  const start = base?.workdir || '/';
  return relative.length === 0 && start === '/' ? undefined : joined([...relative, start]);
}

/** Windows paths count as absolute with a drive or a backslash. */
function isAbsolute(path: string): boolean {
  return /^([/\\]|[a-z]:)/i.test(path);
}

/** Paths, innermost first. Those of Windows are left as they are. */
function joined(paths: readonly string[]): string {
  const [start, ...rest] = [...paths].reverse();
  if (!start!.startsWith('/')) return [start, ...rest].join('\\');
  const segments: string[] = [];
  for (const segment of [start!, ...rest].join('/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}
