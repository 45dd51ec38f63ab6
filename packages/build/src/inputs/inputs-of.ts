import type { Instruction, World } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import type { ImageInputs, NamedLine } from '../model/image-inputs.ts';
import { collectSources } from './collect-sources.ts';
import { distinctBy } from './distinct-by.ts';
import { effectiveArgs } from './effective-args.ts';
import type { InputHooks } from './input-hooks.ts';
import { inputProblems } from './input-problems.ts';
import { joinedMeanings } from './meaning.ts';
import { declaresEpoch, mentionsBuildPlatform } from './mentions.ts';
import { mountedIds } from './mount-reads.ts';
import { parentsOf } from './parents.ts';
import { type ReachedReading, reachedStages } from './reached.ts';
import { readForBuild } from './read-for-build.ts';
import { remoteReferences } from './remote-references.ts';
import { volatileLines } from './volatile-lines.ts';

export interface InputsReading {
  /** Absent where a diagnostic says why nothing can be told. */
  readonly inputs?: ImageInputs;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that the build of an image can read, by its Dockerfile alone. `images` are all of the workspace, of which it may be built on some. */
export function inputsOf(world: World, image: Image, images: readonly Image[], hooks: InputHooks = {}): InputsReading {
  const readings: ReachedReading[] = readForBuild(world, image, hooks.builderPlatform).map((reading) => ({
    ...reading,
    stages: reachedStages(reading),
  }));
  const diagnostics = inputProblems(world, image, images, readings, hooks);
  if (diagnostics.length > 0) return { diagnostics };
  const { contexts, widened } = collectSources(world, images, readings, hooks);
  const { links } = parentsOf(world, image, images, hooks.builderPlatform);
  const instructions = executed(readings);
  const ids = (type: 'secret' | 'ssh') => [...new Set(instructions.flatMap((each) => mountedIds(each, type)))].sort();
  const inputs: ImageInputs = {
    image,
    contexts,
    files: [image.dockerfile],
    args: distinctBy(readings.flatMap(effectiveArgs), ({ name, value }) => JSON.stringify([name, value])),
    meaning: joinedMeanings(readings),
    references: remoteReferences(readings, new Set(links.map(({ reference }) => reference))),
    parents: new Map(links.map(({ reference, parent }) => [reference, parent.name])),
    secrets: ids('secret'),
    ssh: ids('ssh'),
    volatile: byLine(instructions.flatMap(volatileLines)),
    widened: byLine(widened),
    readsBuildPlatform: readings.some(mentionsBuildPlatform),
    declaresEpoch: readings.some(declaresEpoch),
  };
  return { inputs, diagnostics };
}

/** Each instruction once, however many platforms and stages execute it. */
function executed(readings: readonly ReachedReading[]): Instruction[] {
  const all = readings.flatMap(({ stages }) => stages.flatMap((stage) => stage.instructions));
  return distinctBy(all, ({ node }) => node);
}

function byLine(lines: readonly NamedLine[]): NamedLine[] {
  const distinct = distinctBy(lines, ({ why, place }) => `${place.span.start} ${place.source.path} ${why}`);
  return distinct.sort((a, b) => a.place.span.start - b.place.span.start);
}
