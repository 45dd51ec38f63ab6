/** What the plugins of task runners need of image builds, loaded when they ask for it. */
export { readImageOptions } from '@dockwarden-internal/policy/load/read-image-options';
export { planCiFiles } from '../ci/plan-ci-files.ts';
export { renderScan } from '../scan/render-scan.ts';
export { scan } from '../scan/scan.ts';
export { shareOfScan } from '../scan/share-of-scan.ts';
export { build } from './build.ts';
export { pin } from './pin.ts';
export { printBuild } from './print-build.ts';
export { surroundingsOf } from './surroundings.ts';
export { surveyImages } from './survey-images.ts';
