import { holdsProgram, isInOwnFolder } from '../bases/holds-program.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Probe, Process, Program } from '../model/runtime.ts';
import { baseName } from '../runtime/dev-server.ts';
import { probeOf } from '../service/service-probe.ts';
import { serviceProcess } from '../service/service-process.ts';
import { servicesOf } from './builders.ts';
import { contentOf } from './content.ts';
import { fromWord } from './from-word.ts';
import { probeOfStage } from './probe.ts';
import { processOf } from './process.ts';
import { rootBase, rootStage } from './root.ts';

/**
 * True or false where it is known whether a program (a name, or a path) is in the stage's image. What the file names counts as brought: packages,
 * copies, downloads. False needs a base image that is known to lack it, and nothing in the chain that may have brought it unseen.
 */
export function hasProgram(stage: Stage, program: string): Maybe<boolean> {
  const name = baseName(program) ?? program;
  const base = rootBase(stage);
  const { brought, removed, opaque } = contentOf(stage);
  if (brought.has(name)) return true;
  const held = removed.has(name) && !isUnsure(base) && !isInOwnFolder(program) ? false : holdsProgram(base, program);
  return opaque && held === false ? unknown : held;
}

/**
 * The programs of a stage's image as far as they can be named: the base image's, then what the chain brings, in the order in which it does. What
 * the stage's process or health check calls is among them unless it is known to be missing, so that absence always means just that.
 */
export const programsOf = memo((stage: Stage): readonly Program[] => {
  const base = rootBase(stage);
  const { brought, removed } = contentOf(stage);
  const programs = new Map<string, Program>();
  const place = placeOf(stage.dockerfile, fromWord(rootStage(stage))?.span ?? { start: 0, end: 0 });
  if (!isUnsure(base)) {
    for (const name of [...(base?.programs ?? []), ...(base?.shells ?? [])]) {
      if (!removed.has(name)) programs.set(name, { name, place });
    }
  }
  for (const [name, program] of brought) if (!programs.has(name)) programs.set(name, program);
  for (const program of called(stage)) {
    if (!programs.has(program.name) && hasProgram(stage, program.path) !== false) programs.set(program.name, program);
  }
  return [...programs.values()];
});

/** True where the base image is not known, so that any program may be there. */
export function mayHoldMore(stage: Stage): boolean {
  return isUnsure(rootBase(stage));
}

type Call = Program & { readonly path: string };

/** What the process and the health check of the image call, and those of the services that run it. */
function called(stage: Stage): readonly Call[] {
  const services = servicesOf(stage);
  const probes = [probeOfStage(stage), ...services.map(probeOf)].filter((probe) => typeof probe === 'object');
  const processes = [processOf(stage), ...services.map(serviceProcess)].filter(
    (process) => typeof process === 'object',
  );
  return [...probes.flatMap(callOfProbe), ...processes.flatMap(callOfProcess)];
}

function callOfProbe({ program, programPath, programPlace, place }: Probe): readonly Call[] {
  return typeof program === 'string'
    ? [{ name: program, path: programPath ?? program, place: programPlace ?? place }]
    : [];
}

function callOfProcess({ program, commands, programPlace, place }: Process): readonly Call[] {
  const path = commands.at(-1)?.shell.words[0]?.value;
  return typeof program === 'string' ? [{ name: program, path: path ?? program, place: programPlace ?? place }] : [];
}
