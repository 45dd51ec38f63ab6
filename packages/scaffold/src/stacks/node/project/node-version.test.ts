import { DEFAULT_VERSIONS } from '../../versions.ts';
import { sampleApp } from '../testing/sample-app.ts';
import { nodeVersion } from './node-version.ts';

const usual = DEFAULT_VERSIONS.node;

test.each([
  [['v22.3.0'], '22.3.0'],
  [['>=20', '22'], '22'],
  [['>=20'], usual],
  [['>=20 <23'], '22'],
  [['>=22.12 <23'], '22'],
  [['lts/jod'], '22'],
  [['18 || 20'], '20'],
  [['>=99'], usual],
  [['lts/*'], usual],
  [[], usual],
])('%j', (ranges, tag) => {
  const engines = ranges.map((range) => ({ runtime: 'node', range, file: '.nvmrc', span: { start: 0, end: 1 } }));
  const { project } = sampleApp({}, [{ name: 'a', root: '.', engines }]);
  expect(nodeVersion(project).version.tag).toBe(tag);
});
