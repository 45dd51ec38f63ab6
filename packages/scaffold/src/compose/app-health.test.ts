import type { Service } from '../model/service.ts';
import { appHealth } from './app-health.ts';
import { composeRequest, DOCKERFILE } from './testing/compose-request.ts';

const { service } = composeRequest();
const health = (more: Partial<Service> = {}, text: string | undefined = DOCKERFILE) =>
  appHealth({ ...service, ...more }, 'Dockerfile', text);
const silent = 'FROM a AS development\nFROM a\n';

test('what the image says is said again for production, and for a stage that has the program', () => {
  const { everywhere, development, production } = health();
  expect([everywhere, development?.test, production?.test]).toEqual([
    undefined,
    ['CMD', 'node', 'probe.js', '$X'],
    ['CMD', 'node', 'probe.js', '$X'],
  ]);
});

test('a probe that the image does not ask itself is asked everywhere', () => {
  expect(health({ probe: ['node', 'p.js'] }, silent).everywhere?.test).toEqual(['CMD', 'node', 'p.js']);
  expect(health({ probe: ['node', 'p.js'] }).everywhere).toBeUndefined();
});

test('a program that was made for the image is not in the stage, unless that says so itself', () => {
  const text = 'FROM a AS development\nFROM a\nHEALTHCHECK CMD ["/probe"]\n';
  expect(health({}, text).development).toBeUndefined();
  const development = { ...service.development!, probe: ['wget', 'x'] };
  expect(health({ development }, text).development?.test).toEqual(['CMD', 'wget', 'x']);
  expect(
    health({}, 'FROM a AS development\nHEALTHCHECK CMD x\nFROM a\nHEALTHCHECK CMD y\n').development,
  ).toBeUndefined();
});

test('without anything nothing is said', () => {
  expect(health({}, silent)).toEqual({});
  expect(health({}, '')).toEqual({});
});
