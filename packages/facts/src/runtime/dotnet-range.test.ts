import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { runtimeClaimsOf } from './runtime-claims.ts';

const project = { name: 'api', root: '.', tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] };
const satisfied = (image: string, file: string, range: string, text = '') => {
  const engines = [{ runtime: 'dotnet', range, file, span: { start: 0, end: 0 } }];
  const options = { files: { [file]: text }, workspace: { projects: [{ ...project, engines }] } };
  const { stages } = dockerfileOf(`FROM mcr.microsoft.com/dotnet/${image}\n`, options);
  return runtimeClaimsOf(stages[0]!).map((claim) => claim.satisfied);
};

test.each([
  ['sdk:8.0', true],
  ['sdk:9.0.100', true],
  ['sdk:7.0', false],
  ['aspnet:8.0', true],
  ['aspnet:9.0', false],
  ['runtime:8.0-noble-chiseled', true],
])('a project file that targets 8.0 in %s: %s', (image, fits) => {
  expect(satisfied(image, 'Api.csproj', '8.0')).toEqual([fits]);
});

test.each([
  ['sdk:9.0.105', undefined, true],
  ['sdk:9.0.204', undefined, false],
  ['sdk:9.0', undefined, unknown],
  ['sdk:9.0.204', 'disable', false],
  ['sdk:9.0.204', 'latestFeature', true],
  ['sdk:10.0.100', 'latestFeature', false],
  ['sdk:9.1.100', 'minor', true],
  ['sdk:10.0', 'latestMajor', true],
])('a global.json that asks for 9.0.101 in %s, rolling forward by %s: %s', (image, rollForward, fits) => {
  expect(satisfied(image, 'global.json', '9.0.101', JSON.stringify({ sdk: { rollForward } }))).toEqual([fits]);
});

test('of a runtime a global.json says nothing', () => {
  expect(satisfied('aspnet:8.0', 'global.json', '9.0.101')).toEqual([]);
  expect(satisfied('runtime:9.0', 'global.json', '8.0.404')).toEqual([]);
});
