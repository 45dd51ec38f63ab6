import type { Ecosystem } from '../commands/read-install.ts';
import { referencesIn } from '../image/references.ts';
import { depthGuard } from '../kernel/depth-guard.ts';
import { memo } from '../kernel/memo.ts';
import { isWithin } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import type { Source } from '../model/files.ts';
import type { Install } from '../model/install.ts';
import { sourcesOf } from '../source/sources.ts';
import { chainOf, parentOf } from '../stage/parent.ts';
import { rootBase } from '../stage/root.ts';
import { type Moment, momentBefore, timelineOf } from '../stage/timeline.ts';
import { commandsOf } from './commands.ts';
import { ecosystemOf } from './ecosystems.ts';
import { installOf } from './installs.ts';
import { folderOfCommand } from './shell-place.ts';

/**
 * The install of the project's dependencies that a command finds: the last one of its ecosystem before it, in its RUN, its stage, the stages
 * that one builds on, or the stage that the dependencies were copied from; of several in one stage one for the command's folder. Absent where
 * there is none; unknown where an image that is not known may have made one, or the command's ecosystem cannot be told.
 */
export const installInForce = memo((command: Command): Maybe<Install> => {
  const ecosystem = ecosystemOf(command);
  if (ecosystem === undefined) return unknown;
  const { run, siblings, index } = command;
  const isFor = servesFolder(folderOfCommand(command));
  const own = lastInstall(siblings.slice(0, index), ecosystem, isFor);
  if (own) return own;
  const moment = momentBefore(run);
  const before = moment && installBefore(moment, ecosystem, isFor);
  return before ?? lastInstall(siblings.slice(0, index), ecosystem) ?? (moment && installBefore(moment, ecosystem));
});

type Serves = (install: Install) => boolean;

/** Packages are looked for in the folder of a command and in those above it; where either folder cannot be told, any install may be the one. */
function servesFolder(folder: string | undefined): Serves {
  return ({ command }) => {
    const its = folderOfCommand(command);
    return folder === undefined || its === undefined || its === '/' || isWithin(folder, its) || isWithin(its, folder);
  };
}

function lastInstall(
  commands: readonly Command[],
  ecosystem: Ecosystem,
  isFor: Serves = () => true,
): Install | undefined {
  return installsIn(commands, ecosystem).findLast(isFor);
}

function installsIn(commands: readonly Command[], ecosystem: Ecosystem): readonly Install[] {
  return commands.flatMap((command) => {
    const install = installOf(command);
    return install?.reading.scope === 'project' && install.reading.ecosystem === ecosystem ? [install] : [];
  });
}

function installBefore({ stage, position }: Moment, ecosystem: Ecosystem, isFor?: Serves): Maybe<Install> {
  return ownInstall(stage, position, ecosystem, isFor) ?? installBelow(stage, ecosystem);
}

function ownInstall(stage: Stage, position: number, ecosystem: Ecosystem, isFor?: Serves): Maybe<Install> {
  const { instructions } = timelineOf(stage);
  for (let at = position - 1; at >= 0; at--) {
    const found = installBy(instructions[at]!, ecosystem, isFor);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a stage takes over from the one that it builds on. */
function installBelow(stage: Stage, ecosystem: Ecosystem): Maybe<Install> {
  const parent = parentOf(stage);
  if (parent !== undefined) return isUnsure(parent) ? unknown : installAtEnd(parent, ecosystem);
  return isUnsure(rootBase(stage)) ? unknown : undefined;
}

const answersOf = memo((_stage: Stage) => new Map<Ecosystem, Maybe<Install>>());

/** Once per stage, the oldest first: chains of stages may be long, and copy from one another many times over. */
function installAtEnd(stage: Stage, ecosystem: Ecosystem): Maybe<Install> {
  const waiting = chainOf(stage);
  const firstKnown = waiting.findIndex((each) => answersOf(each).has(ecosystem));
  for (let at = (firstKnown < 0 ? waiting.length : firstKnown) - 1; at >= 0; at--) {
    const each = waiting[at]!;
    const own = ownInstall(each, timelineOf(each).end, ecosystem);
    answersOf(each).set(ecosystem, own ?? installBelow(each, ecosystem));
  }
  return answersOf(stage).get(ecosystem);
}

function installBy(instruction: Instruction, ecosystem: Ecosystem, isFor?: Serves): Maybe<Install> {
  const { keyword } = instruction.node;
  if (keyword === 'run') return lastInstall(commandsOf(instruction), ecosystem, isFor);
  return keyword === 'copy' ? copiedInstall(instruction, ecosystem) : undefined;
}

/** Where each ecosystem keeps what it installs, besides the project's folder. */
const PLACES: Partial<Record<Ecosystem, RegExp>> = {
  npm: /(?:^|\/)node_modules(?:\/|$)/,
  pip: /(?:^|\/)(?:site-packages|dist-packages|\.?venv|virtualenvs|\.local|envs?)(?:\/|$)|^\/usr\/local$/,
  gem: /(?:^|\/)(?:bundle|gems|vendor)(?:\/|$)/,
  composer: /(?:^|\/)vendor(?:\/|$)/,
};

/** Stages that copy from stages that copy: no real file comes near. */
const guard = depthGuard(200);

/** A COPY from a stage brings that stage's install if it takes its folder along. */
function copiedInstall(copy: Instruction, ecosystem: Ecosystem): Maybe<Install> {
  for (const source of sourcesOf(copy)) {
    const taken = installTaken(source, ecosystem);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

/** The install of a stage whose packages one source of a COPY takes over, with the folder or as a folder of their own. */
function installTaken({ instruction, path }: Source, ecosystem: Ecosystem): Maybe<Install> {
  const target = referencesIn(instruction)[0]?.target;
  if (target === undefined || isUnsure(target) || target === instruction.stage) return undefined;
  const install = guard<Maybe<Install>>(() => installAtEnd(target, ecosystem), unknown);
  if (install === undefined || path === undefined) return undefined;
  if (isUnsure(path)) return unknown;
  const within = installWithin(target, ecosystem, path);
  if (within) return within;
  if (PLACES[ecosystem]?.test(path)) return install;
  if (isUnsure(install)) return undefined;
  const folder = folderOfCommand(install.command);
  if (folder === undefined) return unknown;
  return isWithin(folder, path === '/' ? '.' : path) ? install : undefined;
}

/** The last install of a stage itself that was run in a folder which is copied, or whose place for packages is. */
function installWithin(stage: Stage, ecosystem: Ecosystem, path: string): Install | undefined {
  const place = PLACES[ecosystem]?.exec(path);
  const project = place ? path.slice(0, place.index) || '/' : undefined;
  return installsOf(stage, ecosystem).findLast(({ command }) => {
    const folder = folderOfCommand(command);
    return folder !== undefined && (project ? folder === project : isWithin(folder, path === '/' ? '.' : path));
  });
}

const runsOf = memo((stage: Stage) =>
  timelineOf(stage)
    .instructions.filter(({ node: { keyword } }) => keyword === 'run')
    .flatMap(commandsOf),
);

function installsOf(stage: Stage, ecosystem: Ecosystem): readonly Install[] {
  return installsIn(runsOf(stage), ecosystem);
}

/**
 * The install whose packages a COPY takes over from a stage: absent where it takes none, and what comes from an image or the context is nobody's
 * install; unknown where the path is, or where an image that is not known may have made one.
 */
export const installTakenBy = memo((source: Source): Maybe<Install> => {
  if (source.instruction.node.keyword !== 'copy') return undefined;
  const answers = (Object.keys(PLACES) as Ecosystem[]).map((ecosystem) => installTaken(source, ecosystem));
  return answers.find((each) => each !== undefined && !isUnsure(each)) ?? answers.find(isUnsure);
});
