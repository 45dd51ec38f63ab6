import type { BuiltData } from '../model/built.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { builtImages, builtLabels, builtLayers } from './built-images.ts';

const data: BuiltData = {
  name: 'api',
  dockerfile: 'Dockerfile',
  size: 3,
  layers: [{ size: 1 }, { size: 2, command: 'COPY a b' }],
  env: new Map(),
  labels: new Map([['a', 'b']]),
  ports: [],
  entrypoint: [],
  command: [],
  volumes: [],
};
const world = dockerfileOf('FROM a AS one\nFROM b AS two\nFROM one AS One\n').world;
const wordOf = (target?: string) => {
  const [image] = builtImages(world, [{ ...data, ...(target && { target }) }]);
  return image!.place.source.text.slice(image!.place.span.start, image!.place.span.end);
};

test('an image points at the FROM of its stage, of equal names the last', () => {
  expect([wordOf(), wordOf('two'), wordOf('TWO'), wordOf('one')]).toEqual(['one', 'b', 'b', 'one']);
});

test('a stage that is gone leaves the file, a file that is gone leaves nothing', () => {
  expect(wordOf('three')).toBe('');
  expect(builtImages(world, [{ ...data, dockerfile: 'gone/Dockerfile' }])).toEqual([]);
});

test('labels and layers know their image', () => {
  const [image] = builtImages(world, [data]);
  expect(builtLabels(image!)).toEqual([{ image, name: 'a', value: 'b' }]);
  expect(builtLayers(image!)[1]).toEqual({ image, index: 1, size: 2, command: 'COPY a b' });
});
