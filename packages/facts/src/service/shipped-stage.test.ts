import { unknown } from '../kernel/unsure.ts';
import { serviceIn, worldOf } from '../testing/compose-of.ts';
import { shippedStage } from './shipped-stage.ts';

const FILES = {
  Dockerfile: 'FROM scratch AS development\nFROM scratch AS last\n',
  'compose.yaml': 'services:\n  a: { build: . }\n  b: { image: b }\n  c: { build: ../c }\n',
  'compose.override.yaml': 'services:\n  a: { build: { target: development } }\n',
  'compose.prod.yaml': 'services:\n  a: { image: acme/a, build: !reset null }\n  c: { image: c, build: !reset null }\n',
};

function shipped(service: string, environment: 'production' | 'development', files: Record<string, string> = FILES) {
  const compose = worldOf(files).composes.find(({ model }) => model.environment === environment)!;
  const stage = shippedStage(serviceIn(compose, service));
  return stage === undefined || stage === unknown ? stage : (stage as { index: number }).index;
}

test('what a service builds is what it ships', () => {
  expect(shipped('a', 'development')).toBe(0);
});

test('where production resets the build, the last stage of what the other files build', () => {
  expect(shipped('a', 'production')).toBe(1);
  expect(shipped('b', 'production')).toBeUndefined();
  expect(shipped('c', 'production')).toBe(unknown);
});

test('files of another folder say nothing', () => {
  const { 'compose.yaml': base, Dockerfile } = FILES;
  const files = { Dockerfile, 'compose.yaml': base, 'other/compose.prod.yaml': 'services:\n  a: { image: acme/a }\n' };
  expect(shipped('a', 'production', files)).toBeUndefined();
});
