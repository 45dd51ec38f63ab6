import {
  type Change,
  type ContextFiles,
  dirtyInputs,
  type ImageInputs,
  inputPaths,
  isDiagnostic,
  type Repository,
  type Revision,
  revisionsOf,
} from '@dockwarden-internal/build';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { GeneratedInputs } from './generated-inputs.ts';
import { lineOf } from './line-of.ts';
import type { PlannedImage } from './planned-image.ts';

/** What git tells of images, each by its name. */
export interface History {
  /** Absent where HEAD is asked for, or stands in for sources that nobody knows. */
  readonly revisions: ReadonlyMap<string, Revision>;
  /** Inputs that differ from HEAD, with those of the images that it is built on. */
  readonly dirty: ReadonlyMap<string, readonly Change[]>;
}

/** Which paths each image is made from, with those of all that it is built on, since their changes are its own. */
export function pathsOf(
  root: string,
  inputs: ReadonlyMap<string, ImageInputs>,
  generated: ReadonlyMap<string, GeneratedInputs>,
): ReadonlyMap<string, PlannedImage['paths']> {
  return new Map(
    [...inputs].map(([name, input]) => {
      const line = lineOf(input, inputs);
      const from = line.flatMap(({ image }) => generated.get(image.name)?.from ?? []);
      return [name, inputPaths(line, { root, generatedFrom: [...new Set(from)] })] as const;
    }),
  );
}

export async function historyOf(
  repository: Repository | Diagnostic,
  inputs: ReadonlyMap<string, ImageInputs>,
  paths: ReadonlyMap<string, PlannedImage['paths']>,
  contexts: ReadonlyMap<string, readonly ContextFiles[]>,
  generated: ReadonlyMap<string, GeneratedInputs>,
): Promise<History | Diagnostic> {
  const revisions = new Map<string, Revision>();
  if (isDiagnostic(repository)) return { revisions, dirty: new Map() };
  const names = [...inputs.keys()];
  // An output whose sources nobody knows would be named after the last edit of the Dockerfile.
  const walked = names.filter(
    (name) =>
      inputs.get(name)!.image.request.revision === 'inputs' &&
      lineOf(inputs.get(name)!, inputs).every(({ image }) => (generated.get(image.name)?.unknown.length ?? 0) === 0),
  );
  const [found, changes] = await Promise.all([
    revisionsOf(
      repository,
      walked.map((name) => paths.get(name)!),
    ),
    dirtyInputs(
      repository,
      names.map((name) => ({
        inputs: inputs.get(name)!,
        paths: paths.get(name)!,
        entries: pathsRead(contexts.get(name)!),
        generated: (path) => generated.get(name)?.isMade(path) ?? false,
      })),
    ),
  ]);
  if (isDiagnostic(changes)) return changes;
  for (const [index, name] of walked.entries()) revisions.set(name, found[index]!);
  const own = new Map(names.map((name, index) => [name, changes[index]!]));
  return {
    revisions,
    dirty: new Map(names.map((name) => [name, joined(lineOf(inputs.get(name)!, inputs), own)])),
  };
}

/** What differs for an image or anything that it is built on, each path once. */
function joined(line: readonly ImageInputs[], own: ReadonlyMap<string, readonly Change[]>): readonly Change[] {
  const changes = line.flatMap(({ image }) => own.get(image.name) ?? []);
  return [...new Map(changes.map((change) => [change.path, change])).values()];
}

/** Files and links, from the root. */
function* pathsRead(contexts: readonly ContextFiles[]): Iterable<string> {
  for (const { inputs, entries } of contexts)
    for (const { path, type } of entries) if (type !== 'folder') yield joinPath(inputs.directory, path);
}
