import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hashEntries, keysOf, openDigestCache, openDisk, readContext, type Stamp } from '@dockwarden-internal/build';
import { openBuild } from '@dockwarden-internal/run/build/open-build';
import { readInputs } from '@dockwarden-internal/run/build/read-inputs';
import { surroundingsOf } from '@dockwarden-internal/run/build/surroundings';

export interface ImageContent {
  readonly content: string;
  /** Of the files that end up in the image, found without our own analysis; absent where nothing says which these are. */
  readonly truth?: string;
  /** Roots of the project, and of all that it needs. */
  readonly project: string;
  readonly closure: readonly string[];
}

const stamp: Stamp = { epoch: 0, dirty: false, labels: new Map(), annotations: new Map(), args: new Map(), notes: [] };
const cache = openDigestCache(undefined);

/** What each image of a workspace is made from, as it lies on the disk; no engine is asked. */
export async function contentsOfImages(root: string): Promise<ReadonlyMap<string, ImageContent>> {
  const scene = await openBuild({ cwd: root, surroundings: surroundingsOf({}, new Date(0)) });
  if (!('world' in scene)) return new Map();
  const { inputs } = readInputs(scene, scene.all);
  const disk = openDisk();
  const found = new Map<string, ImageContent>();
  for (const [name, input] of inputs) {
    const contexts = [];
    for (const context of input.contexts) {
      const reading = readContext({ root, inputs: context, mode: 'staged', git: false, disk });
      contexts.push({ inputs: context, entries: await hashEntries(reading.entries, cache), notes: [] });
    }
    const { content } = keysOf({ inputs: input, contexts, references: [], stamp });
    const project = scene.workspace.model.projects.find((each) => each.name === input.image.project);
    const rootOf = (each: string) => scene.workspace.model.projects.find((other) => other.name === each)?.root ?? each;
    const truth = truthOf(root, input.image.dockerfile);
    found.set(name, {
      content,
      ...(truth !== undefined && { truth }),
      project: project?.root ?? '.',
      closure: (project?.closure ?? []).map(rootOf),
    });
  }
  return found;
}

/**
 * The generated history writes beside each Dockerfile which files its image holds, as plain paths: `truth.json`. The digest is over their
 * bytes and the instructions, read by nothing but this.
 */
function truthOf(root: string, dockerfile: string): string | undefined {
  const folder = dockerfile.slice(0, dockerfile.lastIndexOf('/'));
  let listed: { readonly files: readonly string[]; readonly instructions: string };
  try {
    listed = JSON.parse(readFileSync(`${root}/${folder}/truth.json`, 'utf8'));
  } catch {
    return undefined;
  }
  const hash = createHash('sha256').update(listed.instructions);
  for (const path of listed.files) hash.update(`${path}\0`).update(readFileSync(`${root}/${path}`));
  return hash.digest('hex');
}
