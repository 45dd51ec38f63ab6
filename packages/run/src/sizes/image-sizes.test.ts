import { type ImageMetadata, metadataPath, writeMetadata } from '@dockwarden-internal/build';
import { digest, inspectLine } from '@dockwarden-internal/build/test-support/engine-answers';
import { fakeProgram } from '@dockwarden-internal/build/test-support/fake-program';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { imageSizes } from './image-sizes.ts';
import { sizesJson } from './sizes-json.ts';

afterAll(removeTemporaryFolders);

const KEY = 'a'.repeat(64);
const layers = [
  { size: 70, createdBy: 'ADD base /' },
  { size: 30, createdBy: 'COPY . .' },
];

const metadata = (more: Partial<ImageMetadata> = {}): ImageMetadata => ({
  version: 1,
  image: 'api',
  key: KEY,
  content: 'c',
  from: 'built',
  digests: { manifest: digest('1') },
  tags: [],
  labels: {},
  platforms: [],
  bases: [],
  size: 100,
  layers,
  volatile: [],
  ...more,
});

function workspace(budget: string, ...noted: ImageMetadata[]) {
  const root = temporaryFolder({
    'dockwarden.yaml': `dockwarden: config/v1\nimages: { api: { dockerfile: Dockerfile, context: ., budget: ${budget} } }\n`,
    Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n',
  });
  for (const each of noted) writeMetadata(metadataPath(root, 'api'), each);
  return (run: Parameters<typeof imageSizes>[1], images: string[] = []) =>
    imageSizes({ cwd: root, images, surroundings: { env: {}, now: new Date(), ci: false } }, run);
}

const noEngine = fakeProgram((line) =>
  line.startsWith('docker') ? { code: 1, stderr: 'Cannot connect to the Docker daemon at unix:///x' } : undefined,
).run;

/** Holds the image as it was built, with other sizes than were noted. */
const engine = fakeProgram((line) => {
  if (line.startsWith('docker image inspect')) {
    const reference = line.split(' -- ')[1]!;
    return { stdout: `${inspectLine({ tags: [reference], digest: digest('2') })}\n` };
  }
  if (line.startsWith('docker image history'))
    return { stdout: '{"CreatedBy":"COPY . . # buildkit","Size":"41"}\n{"CreatedBy":"ADD base /","Size":"70"}\n' };
  return undefined;
}).run;

test('what the engine holds goes before what was noted; budget and the build before', async () => {
  const old = metadata({ key: 'b'.repeat(64), layers: [layers[0]!, { size: 10, createdBy: 'COPY . .' }], size: 80 });
  const found = await workspace('100', old, metadata())(engine);
  expect(found).toMatchObject({
    exitCode: 1,
    diagnostics: [],
    images: [{ image: 'api', from: 'engine', size: 111, budget: 100, change: 31 }],
  });
  expect(found.images[0]!.layers).toEqual([
    { size: 70, createdBy: 'ADD base /', change: 0 },
    { size: 41, createdBy: 'COPY . .', change: 31 },
  ]);
  expect(JSON.parse(sizesJson(found)).images[0]).toMatchObject({ isOver: true, change: 31 });
});

test('without an engine by what was noted', async () => {
  expect(await workspace('100', metadata())(noEngine)).toMatchObject({
    exitCode: 0,
    images: [{ from: 'metadata', size: 100 }],
    diagnostics: [],
  });
});

test('an image that nothing is known of, and one that there is not', async () => {
  const missing = await workspace('100')(noEngine);
  expect(missing.images).toEqual([]);
  expect(missing.exitCode).toBe(3);
  expect(missing.diagnostics).toHaveLength(1);
  const absent = fakeProgram((line) => (line.startsWith('docker image inspect') ? { code: 1 } : undefined)).run;
  expect((await workspace('100')(absent)).diagnostics).toMatchObject([
    { code: 'image/not-built', hint: 'Run dockwarden build api.' },
  ]);
  expect(await workspace('100', metadata())(noEngine, ['apo'])).toMatchObject({ exitCode: 2, images: [] });
});
