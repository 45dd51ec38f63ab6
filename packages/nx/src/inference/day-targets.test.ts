import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import { expect, test } from '@jest/globals';
import { composeTargets, containerTargets } from './day-targets.ts';

const image = (more: Partial<SurveyedImage> = {}): SurveyedImage => ({
  name: 'api',
  project: 'api',
  root: 'apps/api',
  dockerfile: 'apps/api/Dockerfile',
  makers: [],
  unknownMaker: false,
  ...more,
});

test('what goes on by itself is continuous, nothing is kept, and what runs is built before', () => {
  const targets = { ...containerTargets([image()], 'docker-build'), ...composeTargets() };
  expect(Object.values(targets).every(({ cache }) => cache === false)).toBe(true);
  const continuous = Object.entries(targets).filter(([, each]) => each.continuous);
  expect(continuous.map(([name]) => name)).toEqual(['docker-run', 'docker-logs', 'compose-up']);
  expect(targets['docker-run']).toMatchObject({
    executor: '@dockwarden/nx:run',
    options: { image: 'api' },
    dependsOn: ['docker-build'],
  });
});

test('of several images that of the project is meant, and where there is none, nobody guesses', () => {
  const worker = image({ name: 'api-worker' });
  expect(containerTargets([worker, image()], 'b')['docker-shell']?.options).toEqual({ image: 'api' });
  expect(containerTargets([worker, image({ name: 'api-web' })], 'b')['docker-shell']?.options).toEqual({});
});

test('what is there for its files is not run', () => {
  expect(containerTargets([image({ artifact: { settled: true } })], 'b')).toEqual({});
});
