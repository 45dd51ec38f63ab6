import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../docker/json.ts';
import type { ProgramResult, RunProgram } from '../model/program.ts';
import type { BakeFile } from './bake-file.ts';
import { type FollowedBake, followBake } from './follow-bake.ts';
import type { RunBakeOptions } from './run-bake-options.ts';

/** How one `docker buildx bake` went. */
export interface BakePass {
  readonly result: ProgramResult;
  readonly followed: FollowedBake;
  /** How long it took, in seconds of this machine's clock. */
  readonly seconds: number;
  /** What `--metadata-file` holds, by name of the target; undefined unless all succeeded. */
  readonly metadata: unknown;
}

/** A build may take long; it may not hang for ever. */
const LONGEST = 2 * 60 * 60_000;

/**
 * Variables that would change what is built, or what is recorded of it, without being part of any key. Provenance stays out of the metadata
 * file, since it holds the values of build arguments.
 */
const ENVIRONMENT = {
  BUILDX_METADATA_PROVENANCE: 'disabled',
  BUILDX_METADATA_WARNINGS: '0',
  BUILDX_GIT_INFO: '0',
  BUILDX_GIT_LABELS: undefined,
  BUILDKIT_PROGRESS: undefined,
  BUILDKIT_SYNTAX: undefined,
  DOCKER_DEFAULT_PLATFORM: undefined,
  SOURCE_DATE_EPOCH: undefined,
} as const;

/** Bakes some images of a Bake file; those that they are built on come along without being exported. */
export async function bakePass(
  run: RunProgram,
  file: BakeFile,
  images: readonly string[],
  options: RunBakeOptions & { readonly mask: (text: string) => string },
): Promise<BakePass> {
  const names = images.map((image) => file.names.get(image)!);
  const targets = withParents(file, images);
  const imageOf = new Map([...file.names].map(([image, name]) => [name, image]));
  const followed = followBake({
    targets: new Set(targets.map((image) => file.names.get(image)!)),
    imageOf: (name) => imageOf.get(name)!,
    mask: options.mask,
    onEvent: options.onEvent,
  });
  // Owner only: the values of arguments are in it.
  const folder = mkdtempSync(join(options.folder, 'bake-'));
  try {
    const definition = join(folder, 'docker-bake.json');
    const metadata = join(folder, 'metadata.json');
    writeFileSync(definition, JSON.stringify(file.definition), { mode: 0o600 });
    const begun = performance.now();
    const result = await run('docker', argumentsOf(file, definition, metadata, names, options), {
      cwd: folder,
      env: ENVIRONMENT,
      timeout: options.timeout ?? LONGEST,
      signal: options.signal,
      onErrorLine: followed.line,
    });
    followed.end();
    const seconds = (performance.now() - begun) / 1000;
    return { result, followed, seconds, metadata: result.code === 0 ? readMetadata(metadata) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function argumentsOf(
  file: BakeFile,
  definition: string,
  metadata: string,
  names: readonly string[],
  { allowRead, builder }: RunBakeOptions,
): string[] {
  const reads = [...allowRead, ...file.reads].map((path) => `--allow=fs.read=${path}`);
  const writes = file.writes.map((path) => `--allow=fs.write=${path}`);
  const chosen = builder === undefined ? [] : ['--builder', builder];
  const told = ['--progress=rawjson', '--metadata-file', metadata];
  return ['buildx', 'bake', ...chosen, '--file', definition, ...told, ...reads, ...writes, '--', ...names];
}

function withParents(file: BakeFile, images: readonly string[]): readonly string[] {
  const all = new Set(images);
  // A set gives out what is added while it is walked.
  for (const image of all) for (const parent of file.parents.get(image) ?? []) all.add(parent);
  return [...all];
}

function readMetadata(path: string): unknown {
  try {
    return readJson(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
