import { loadSource } from '../load-source.mjs';

/** Loads what tells the content of an image without building it. */
export function loadKeys() {
  return loadSource(
    `export { contentOf, findImages, hashEntries, inputsOf, makeStaging, openDigestCache, openDisk, readContext, removeStaged, stageContexts } from '@dockwarden-internal/build';
     export { buildWorld } from '@dockwarden-internal/facts';
     export { nodeFileSystem } from '@dockwarden-internal/workspace';`,
  );
}

/**
 * For each image, read as it is staged and as the builder finds it: its digest of content and its contexts, and the diagnostics of what
 * its build would fail on. The cache lasts over all calls.
 */
export async function contentsOf(parts, root, settings, cache) {
  const files = Object.values(settings).map(({ dockerfile }) => ({ path: dockerfile, kind: 'dockerfile' }));
  const workspace = { root, tool: 'folder', projects: [] };
  const world = parts.buildWorld({ fs: parts.nodeFileSystem(root), workspace, settings: {}, files });
  const found = parts.findImages({ world, config: { images: settings } });
  const { diagnostics } = found;
  // A random change may lay a file that declares an image of its own; it is none of those that are compared.
  const images = found.images.filter(({ name }) => Object.hasOwn(settings, name));
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const disk = parts.openDisk();
  const contents = new Map();
  for (const image of images) {
    const reading = parts.inputsOf(world, image, images);
    if (!reading.inputs) {
      const none = { faults: reading.diagnostics };
      contents.set(image.name, { staged: none, direct: none });
      continue;
    }
    const of = async (mode) => {
      const faults = [];
      const contexts = [];
      for (const inputs of reading.inputs.contexts) {
        const { entries, notes, diagnostics: missing } = parts.readContext({ root, inputs, mode, git: true, disk });
        faults.push(...missing);
        contexts.push({ inputs, entries: await parts.hashEntries(entries, cache), notes });
      }
      const content = parts.contentOf({ inputs: reading.inputs, contexts, references: [] });
      return { faults, contexts, content };
    };
    contents.set(image.name, { staged: await of('staged'), direct: await of('direct') });
  }
  return contents;
}
