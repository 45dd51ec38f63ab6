import { unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { bound, isBelowReservation, limitsOf } from './limits.ts';

const limits = (lines: string) => limitsOf(serviceOf(`image: x\n${lines}`));

test.each([
  ['mem_limit: 1k\ncpus: 0.5\npids_limit: 9', [1024, 0.5, 9]],
  ['deploy: { resources: { limits: { memory: 1k, cpus: "2", pids: 3 } } }', [1024, 2, 3]],
  ['mem_limit: 0\ncpus: 0\npids_limit: -1', [undefined, undefined, undefined]],
  ['cpu_quota: 50000\ncpu_period: 200000', [undefined, 0.25, undefined]],
  ['cpu_quota: 50000', [undefined, 0.5, undefined]],
  ['cpu_quota: 50000\ncpu_period: 0', [undefined, 0.5, undefined]],
  ['cpu_quota: 50000\ncpu_period: ${P}', [undefined, unresolved, undefined]],
  ['cpu_quota: ${Q}', [undefined, unresolved, undefined]],
  ['cpu_quota: -1\ncpu_period: ${P}', [undefined, undefined, undefined]],
  ['cpu_period: 100000', [undefined, undefined, undefined]],
  ['cpus: 2\ncpu_quota: 50000', [undefined, 2, undefined]],
  ['', [undefined, undefined, undefined]],
  ['mem_limit: ${M}\ncpus: ${C}\npids_limit: ${P}', [unresolved, unresolved, unresolved]],
])('%j', (lines, [memory, cpus, pids]) => {
  const found = limits(lines);
  expect([bound(found, 'memory'), bound(found, 'cpus'), bound(found, 'pids')]).toEqual([memory, cpus, pids]);
});

test.each([
  ['mem_limit: 1m\nmem_reservation: 2m', true],
  ['mem_limit: 2m\nmem_reservation: 1m', false],
  ['mem_reservation: 1m', false],
  ['mem_limit: 0\nmem_reservation: 1m', false],
  ['mem_limit: ${M}\nmem_reservation: 1m', unresolved],
  ['deploy: { resources: { limits: { cpus: "0.5" }, reservations: { cpus: "1" } } }', true],
  ['deploy: { resources: { limits: { cpus: "0.5", memory: "$M" }, reservations: { cpus: "1", memory: 1m } } }', true],
])('%j is below what is kept: %p', (lines, expected) => {
  expect(isBelowReservation(limits(lines))).toBe(expected);
});
