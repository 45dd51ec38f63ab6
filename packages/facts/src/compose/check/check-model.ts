import type { ComposeFaults } from '../faults.ts';
import { at, type Located } from '../located.ts';
import { lacksImage } from '../read/lacks-image.ts';
import { checkConsistency } from './consistency.ts';
import { checkDistinct } from './distinct.ts';
import { checkResources } from './resources.ts';
import { checkTexts } from './text-values.ts';

/** Faults of a merged model. What is only a part of one, or may be, is not held to be whole. */
export function checkModel(root: Located, open: boolean, faults: ComposeFaults): void {
  checkTexts(root, faults);
  if (open || isFragment(root)) return;
  checkConsistency(root, faults);
  checkDistinct(root, faults);
  checkResources(root, faults);
}

/** True where services lack both image and build: its files go over others. */
function isFragment(root: Located): boolean {
  const services = at(root, 'services');
  if (services?.kind !== 'map') return true;
  return [...services.entries.values()].some(({ value }) => lacksImage(value));
}
