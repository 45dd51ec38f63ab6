import { flagValues } from '../commands/flags.ts';
import { absolutePath } from '../commands/working-folder.ts';
import { referencesIn } from '../image/references.ts';
import { depthGuard } from '../kernel/depth-guard.ts';
import { memo } from '../kernel/memo.ts';
import { isWithin } from '../kernel/path.ts';
import { isUnsure, known, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import type { Source } from '../model/files.ts';
import { commandsOf } from '../run/commands.ts';
import { installOf } from '../run/installs.ts';
import { folderOfCommand, pathFrom } from '../run/shell-place.ts';
import { chainOf } from '../stage/parent.ts';
import { workdirAt } from '../stage/workdir.ts';
import { linkageOf } from './linkage.ts';
import { copies, fromText, sourcesOf, targetOf } from './sources.ts';

/** What `--from` takes over: packages of an interpreter, or what a compiler made. */
export type Artifact = 'node-modules' | 'python-env' | 'native-binary' | 'static-binary' | 'jar';

/**
 * What kind of thing a COPY takes over from a stage, by its path and by what that stage did there. Absent for what is none of these, or comes from
 * the context; unknown where the path is, or what made it cannot be told.
 */
export const artifactOf = memo((source: Source): Maybe<Artifact> => {
  if (source.heredoc || fromText(source.instruction) === undefined) return undefined;
  const { path } = source;
  if (path === undefined || isUnsure(path)) return unknown;
  const named = byName(path);
  if (named) return named;
  const stage = referencesIn(source.instruction)[0]?.target;
  if (isUnsure(stage)) return unknown;
  return stage ? madeIn(stage, path) : unknown;
});

function byName(path: string): Artifact | undefined {
  if (/\/node_modules(?:\/|$)/.test(path)) return 'node-modules';
  if (/\/(?:site-packages|dist-packages|\.?venv|virtualenvs?)(?:\/|$)/.test(path) || /\/\.local$/.test(path))
    return 'python-env';
  return path.endsWith('.jar') || path.endsWith('.war') ? 'jar' : undefined;
}

const answersOf = memo((_stage: Stage) => new Map<string, Maybe<Artifact>>());

/** Looks at what the stage ran and copied in turn, the latest first; once for each path, since many may copy the same. */
function madeIn(stage: Stage, path: string): Maybe<Artifact> {
  const waiting: Stage[] = [];
  let answer: Maybe<Artifact>;
  for (const each of chainOf(stage)) {
    if (answersOf(each).has(path)) {
      answer = answersOf(each).get(path);
      break;
    }
    waiting.push(each);
  }
  for (const each of waiting.reverse()) {
    answer = madeInOwn(each, path) ?? answer;
    answersOf(each).set(path, answer);
  }
  return answer;
}

function madeInOwn(stage: Stage, path: string): Maybe<Artifact> {
  for (const instruction of stage.instructions.toReversed()) {
    if (instruction.onbuild) continue;
    const made = copies(instruction) ? copiedTo(instruction, path) : ranFor(instruction, path);
    if (made !== undefined) return made;
  }
  return undefined;
}

function ranFor(run: Instruction, path: string): Maybe<Artifact> {
  for (const command of commandsOf(run).toReversed()) {
    const made = madeBy(command, path);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** Stages that copy from stages that copy: no real file comes near. */
const guard = depthGuard(200);

/** What a COPY of that stage took over from a third one. */
function copiedTo(copy: Instruction, path: string): Maybe<Artifact> {
  const target = known(targetOf(copy)?.value);
  if (target === undefined || fromText(copy) === undefined) return undefined;
  const workdir = workdirAt(copy) ?? '/';
  const place = absolutePath(target, known(workdir));
  if (place === undefined || !isWithin(place, path === '/' ? '.' : path)) return undefined;
  const found = sourcesOf(copy).map((source) => guard<Maybe<Artifact>>(() => artifactOf(source), unknown));
  return found.find((each) => each !== undefined && !isUnsure(each));
}

function madeBy(command: Command, path: string): Maybe<Artifact> {
  const install = installOf(command)?.reading;
  const folder = folderOfCommand(command);
  const inside = folder !== undefined && isWithin(folder, path === '/' ? '.' : path);
  if (install?.ecosystem === 'npm' && install.scope === 'project' && inside) return 'node-modules';
  if (install?.ecosystem === 'pip' && pythonPlaces(command).some((place) => isWithin(place, path))) return 'python-env';
  return linkageOf(command, path);
}

/** Where pip and its kin put packages. Source: pip documentation, "pip install"; uv, "Project structure". */
function pythonPlaces(command: Command): readonly string[] {
  const { reading } = command;
  const named = flagValues(reading, '--target -t --prefix --root').map((place) => pathFrom(command, place));
  if (named.length > 0) return named;
  if (reading.flags.some(({ name }) => name === '--user')) return ['/root/.local'];
  if (reading.program === 'pip') return ['/usr/local/lib', '/usr/local/bin'];
  return [pathFrom(command, '.venv')];
}
