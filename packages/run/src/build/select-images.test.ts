import type { Image } from '@dockwarden-internal/build';
import { selectImages } from './select-images.ts';

const images = [{ name: '@acme/api', project: '@acme/api' }, { name: 'web' }] as unknown as Image[];

test.each([
  ['api', 'did you mean @acme/api?'],
  ['wbe', 'did you mean web?'],
  ['billing', '`dockwarden images` lists them'],
])('there is no image %s', (name, hint) =>
  expect(selectImages(images, { images: [name] }).diagnostics).toMatchObject([{ code: 'image/unknown', hint }]),
);

test('by name, by project, or all', () => {
  const names = (asked: Parameters<typeof selectImages>[1]) =>
    selectImages(images, asked).images.map(({ name }) => name);
  expect(names({})).toEqual(['@acme/api', 'web']);
  expect(names({ images: ['web'] })).toEqual(['web']);
  expect(names({ projects: ['@acme/api'] })).toEqual(['@acme/api']);
});
