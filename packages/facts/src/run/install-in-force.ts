import type { Ecosystem } from '../commands/read-install.ts';
import { isWithin } from '../context/join-path.ts';
import { referencesIn } from '../image/references.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import type { Install } from '../model/install.ts';
import { sourcesOf } from '../source/sources.ts';
import { parentOf } from '../stage/parent.ts';
import { rootBase } from '../stage/root.ts';
import { endOf, type Moment, momentBefore, timelineOf } from '../stage/timeline.ts';
import { commandsOf } from './commands.ts';
import { ecosystemOf } from './ecosystems.ts';
import { installOf } from './installs.ts';
import { folderOfCommand } from './shell-place.ts';

/**
 * The install of the project's dependencies that a command finds: the last one of its ecosystem before it, in its RUN, its stage, the stages
 * that one builds on, or the stage that the dependencies were copied from. Absent where there is none; unknown where an image that is not
 * known may have made one, or the command's ecosystem cannot be told.
 */
export const installInForce = memo((command: Command): Maybe<Install> => {
  const ecosystem = ecosystemOf(command);
  if (ecosystem === undefined) return unknown;
  const { run, siblings, index } = command;
  const own = lastInstall(siblings.slice(0, index), ecosystem);
  if (own) return own;
  const moment = momentBefore(run);
  return moment ? installBefore(moment, ecosystem) : undefined;
});

function lastInstall(commands: readonly Command[], ecosystem: Ecosystem): Install | undefined {
  for (let at = commands.length - 1; at >= 0; at--) {
    const install = installOf(commands[at]!);
    if (install?.reading.scope === 'project' && install.reading.ecosystem === ecosystem) return install;
  }
  return undefined;
}

function installBefore({ stage, position }: Moment, ecosystem: Ecosystem): Maybe<Install> {
  const { instructions } = timelineOf(stage);
  for (let at = position - 1; at >= 0; at--) {
    const found = installBy(instructions[at]!, ecosystem);
    if (found !== undefined) return found;
  }
  const parent = parentOf(stage);
  if (parent !== undefined) return isUnsure(parent) ? unknown : installAtEnd(parent, ecosystem);
  const base = rootBase(stage);
  return isUnsure(base) ? unknown : undefined;
}

const answersOf = memo((_stage: Stage) => new Map<Ecosystem, Maybe<Install>>());

/** Once per stage: stages may copy from one another many times over. */
function installAtEnd(stage: Stage, ecosystem: Ecosystem): Maybe<Install> {
  const answers = answersOf(stage);
  if (!answers.has(ecosystem)) answers.set(ecosystem, installBefore(endOf(stage), ecosystem));
  return answers.get(ecosystem);
}

function installBy(instruction: Instruction, ecosystem: Ecosystem): Maybe<Install> {
  const { keyword } = instruction.node;
  if (keyword === 'run') return lastInstall(commandsOf(instruction), ecosystem);
  return keyword === 'copy' ? copiedInstall(instruction, ecosystem) : undefined;
}

/** Where each ecosystem keeps what it installs, besides the project's folder. */
const PLACES: Partial<Record<Ecosystem, RegExp>> = {
  npm: /(?:^|\/)node_modules(?:\/|$)/,
  pip: /(?:^|\/)(?:site-packages|dist-packages|\.?venv|virtualenvs|\.local|envs?)(?:\/|$)|^\/usr\/local$/,
  gem: /(?:^|\/)(?:bundle|gems|vendor)(?:\/|$)/,
  composer: /(?:^|\/)vendor(?:\/|$)/,
};

/** A COPY from a stage brings that stage's install if it takes its folder along. */
function copiedInstall(copy: Instruction, ecosystem: Ecosystem): Maybe<Install> {
  const target = referencesIn(copy)[0]?.target;
  if (target === undefined || isUnsure(target) || target === copy.stage) return undefined;
  const install = installAtEnd(target, ecosystem);
  if (install === undefined) return undefined;
  for (const { path } of sourcesOf(copy)) {
    if (path === undefined) continue;
    if (isUnsure(path)) return unknown;
    if (PLACES[ecosystem]?.test(path)) return install;
    if (isUnsure(install)) continue;
    const folder = folderOfCommand(install.command);
    if (folder === undefined) return unknown;
    if (isWithin(folder, path === '/' ? '.' : path)) return install;
  }
  return undefined;
}
