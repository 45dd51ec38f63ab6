import { freshOf } from './fresh-of.ts';
import type { Generations } from './generations.ts';
import type { PlannedImage } from './planned-image.ts';

const planned = (refresh?: string) => ({ image: { name: 'api', request: { refresh } } }) as unknown as PlannedImage;
const built: Generations = { isBuilt: (_, date) => date === '2026-11-01', note: () => undefined };

test.each([
  ['no date', undefined, {}, undefined],
  ['a date that the builder has built', '2026-11-01', {}, undefined],
  ['another date', '2026-11-21', {}, { pull: true, stages: 'all' }],
  ['--refresh', '2026-11-01', { refresh: true }, { pull: true, stages: 'all' }],
  ['--force keeps the bases that are there', undefined, { force: true }, { pull: false, stages: 'all' }],
])('%s', (_, refresh, options, expected) => {
  expect(freshOf(planned(refresh), built, options)).toEqual(expected);
});
