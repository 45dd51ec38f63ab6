import { memo } from '../kernel/memo.ts';
import { isUnsure, known, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { pathFrom } from '../run/shell-place.ts';
import { isOpaque } from '../runtime/opaque-commands.ts';
import { userOf } from '../runtime/user.ts';
import { readUserSpec, type UserSpec } from '../runtime/user-spec.ts';
import { rootBase } from './root.ts';

/** A file or folder of an image with those who may use it. */
export interface Owned {
  readonly target: Maybe<string>;
  readonly owner: Maybe<string>;
  /** As COPY --chmod has it; absent: what files in a repository usually have, readable for all. */
  readonly mode: Maybe<string>;
}

/**
 * Whether the user that a stage's container runs as can read a file; unknown where owner, mode or user are, and where a later command may have
 * changed them (`later`: those that open files). Nobody but root gets into `/root`, which base images keep closed.
 */
export function mayRead(stage: Stage, { target, owner, mode }: Owned, later: readonly Instruction[]): Maybe<boolean> {
  const user = known(known(userOf(stage))?.spec);
  if (user === undefined) return unknown;
  if (readUserSpec(user).root) return true;
  if (target === undefined || isUnsure(target)) return unknown;
  const answer = /^\/root(\/|$)/.test(target)
    ? isUnsure(rootBase(stage))
      ? unknown
      : false
    : byMode(stage, user, owner, mode);
  return answer === false && later.some((instruction) => mayOpen(instruction, target)) ? unknown : answer;
}

function byMode(stage: Stage, user: string, owner: Maybe<string>, mode: Maybe<string>): Maybe<boolean> {
  if (mode === undefined) return true;
  if (isUnsure(mode)) return unknown;
  if (!/^[0-7]{3,4}$/.test(mode)) return /(^|,)([ugo]*a[ugo]*|[ug]*o[ugo]*)[+=][rwxX]*r/.test(mode) ? true : unknown;
  const bits = Number.parseInt(mode, 8);
  if (bits & 0o004) return true;
  if (owner === undefined || isUnsure(owner)) return unknown;
  const same = sameUser(stage, readUserSpec(user), readUserSpec(owner));
  if (same === true) return (bits & 0o400) !== 0;
  // Which groups a user is in, the file alone does not say.
  return bits & 0o040 ? unknown : same;
}

function sameUser(stage: Stage, user: UserSpec, owner: UserSpec): Maybe<boolean> {
  if (user.name === owner.name) return true;
  if (owner.root) return false;
  const users = known(rootBase(stage))?.users ?? {};
  const uid = ({ name, numeric }: UserSpec) =>
    numeric ? Number(name) : Object.hasOwn(users, name) ? users[name] : undefined;
  const [one, other] = [uid(user), uid(owner)];
  return one === undefined || other === undefined ? unknown : one === other;
}

/** True for a RUN that may give some file or other to others: by chmod and its kin, or by a script that could do anything. */
export const opensFiles = memo((instruction: Instruction): boolean => {
  if (instruction.node.keyword !== 'run') return false;
  return mayRunMore(instruction) || commandsOf(instruction).some((command) => isOpaque(command) || isOpener(command));
});

/** True for a RUN that may give this file to others. */
function mayOpen(run: Instruction, target: string): boolean {
  return mayRunMore(run) || commandsOf(run).some((command) => isOpaque(command) || opens(command, target));
}

function isOpener({ reading: { program } }: Command): boolean {
  return program !== undefined && openers.has(program);
}

const openers: ReadonlySet<string> = new Set([
  'chmod',
  'chown',
  'chgrp',
  'setfacl',
  'mv',
  'cp',
  'install',
  'find',
  'usermod',
]);

function opens(command: Command, target: string): boolean {
  const { program, args } = command.reading;
  if (!isOpener(command)) return false;
  // The first operand of these says who or how.
  const paths = /^ch(mod|own|grp)$/.test(program ?? '') ? args.slice(1) : args;
  return paths.some(({ value, shown }) => {
    if (value === undefined) return true;
    const path = pathFrom(command, shown.replace(/(?<!\*)\/?\*+$/, '')).replace(/(?<!\/)\/+$/, '') || '/';
    return (
      path === '/' ||
      target === path ||
      target.startsWith(`${path}/`) ||
      path.startsWith(`${target.replace(/(?<!\/)\/+$/, '')}/`)
    );
  });
}
