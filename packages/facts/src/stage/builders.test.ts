import { probeOf } from '../service/service-probe.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { servicesOf } from './builders.ts';
import { isFinal, isShipped } from './final.ts';
import { stageName } from './from-word.ts';
import { runsIn } from './probe.ts';
import { programsOf } from './programs.ts';
import { purposeOf } from './purpose.ts';
import { usedBy } from './used-by.ts';

const text = 'FROM node:22-slim AS base\nFROM base AS api\nFROM base AS tools\nFROM base AS run\n';
const compose = (build: string, more = '') => `services:\n  web:\n    build: ${build}\n${more}`;
const file = (composes: TestOptions['composes']) => dockerfileOf(text, { composes });
const names = (
  composes: TestOptions['composes'],
  holds: (stage: ReturnType<typeof file>['stages'][number]) => boolean,
) => file(composes).stages.filter(holds).map(stageName);

test('a service makes the stage that it asks for an image', () => {
  const composes = { 'compose.yaml': compose('{ context: ., target: API }') };
  expect(names(composes, isFinal)).toEqual(['api', 'run']);
  expect(names(composes, isShipped)).toEqual(['base', 'api', 'run']);
  expect(names(composes, (stage) => servicesOf(stage).length > 0)).toEqual(['api']);
  expect(
    file(composes).stages.map((stage) => usedBy(stage).map(({ use, service }) => `${use} ${service?.name}`))[1],
  ).toEqual(['service web']);
});

test('a service that asks for none builds the last stage', () => {
  expect(names({ 'compose.yaml': compose('.') }, (stage) => servicesOf(stage).length > 0)).toEqual(['run']);
});

test('a service that asks for a stage that is not there, or builds something else, builds none', () => {
  const composes = { 'compose.yaml': compose('{ context: ., target: nothing }'), 'x/compose.yaml': compose('.') };
  expect(names(composes, (stage) => servicesOf(stage).length > 0)).toEqual([]);
});

test('what only development files build is for development', () => {
  const development = { 'compose.dev.yaml': compose('{ context: ., target: tools }') };
  expect(file(development).stages.map(purposeOf)).toEqual([undefined, undefined, 'development', undefined]);
  const both = { ...development, 'compose.prod.yaml': compose('{ context: ., target: tools }') };
  expect(purposeOf(file(both).stages[2]!)).toBe('production');
  expect(purposeOf(file({ 'compose.yaml': compose('{ context: ., target: tools }') }).stages[2]!)).toBeUndefined();
});

test('the health check of a service runs in the stage that the service builds', () => {
  const probes = compose('{ context: ., target: api }', '    healthcheck: { test: [CMD, some-probe] }\n');
  const { stages } = file({ 'compose.yaml': probes });
  const [service] = servicesOf(stages[1]!);
  expect(runsIn(probeOf(service!)!)).toBe(stages[1]);
  expect(programsOf(stages[1]!).map(({ name }) => name)).toContain('some-probe');
  expect(programsOf(stages[3]!).map(({ name }) => name)).not.toContain('some-probe');
});
