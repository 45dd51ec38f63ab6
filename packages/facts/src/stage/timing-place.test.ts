import { textAt } from '@dockwarden-internal/syntax';
import type { Probe } from '../model/runtime.ts';
import { probeOf } from '../service/service-probe.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { probeOfStage } from './probe.ts';
import { timingPlace } from './timing-place.ts';

const stageOf = (text: string) => dockerfileOf(text).stages[0]!;

const textOf = (probe: unknown, timing: Parameters<typeof timingPlace>[1]) => {
  const place = timingPlace(probe as Probe, timing);
  return place && textAt(place);
};

test('the last flag of a HEALTHCHECK', () => {
  const probe = probeOfStage(stageOf('FROM debian:12\nHEALTHCHECK --interval=9s --interval=1s --retries=3 CMD a\n'));
  expect([textOf(probe, 'interval'), textOf(probe, 'retries'), textOf(probe, 'timeout')]).toEqual([
    '--interval=1s',
    '--retries=3',
    undefined,
  ]);
});

test('the value of a service', () => {
  const probe = probeOf(serviceOf('image: x\nhealthcheck: { test: a, timeout: 2s, start_period: 3s }'));
  expect([textOf(probe, 'timeout'), textOf(probe, 'startPeriod'), textOf(probe, 'interval')]).toEqual([
    '2s',
    '3s',
    undefined,
  ]);
});
