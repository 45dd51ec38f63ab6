import { bytes, count, flag, kind, link } from '../kernel/kind.ts';
import { bound, isBelowReservation } from '../service/limits.ts';

export const limitsKind = kind('limits', {
  doc: 'What a service may use: `deploy.resources`, or the older keys of the service.',
  source: 'https://docs.docker.com/reference/compose-file/deploy/#resources',
  place: (limits) => limits.service.place,
  properties: {
    memory: bytes('Most memory, in bytes; absent: no bound.', (limits) => bound(limits, 'memory'), {
      at: (limits) => limits.settings.memory?.place,
    }),
    cpus: count(
      'Most CPUs, by `cpus` or by `cpu_quota` and `cpu_period`; absent: no bound.',
      (limits) => bound(limits, 'cpus'),
      {
        at: (limits) => limits.settings.cpus?.place,
      },
    ),
    pids: count('Most processes; absent: no bound.', (limits) => bound(limits, 'pids'), {
      at: (limits) => limits.settings.pids?.place,
    }),
    memoryReservation: bytes('Memory kept for it, in bytes.', (limits) => limits.settings.memoryReservation?.value, {
      at: (limits) => limits.settings.memoryReservation?.place,
    }),
    cpuReservation: count('CPUs kept for it.', (limits) => limits.settings.cpuReservation?.value, {
      at: (limits) => limits.settings.cpuReservation?.place,
    }),
    belowReservation: flag('True where a bound lies below what is reserved.', isBelowReservation),
    service: link('service', 'The service.', (limits) => limits.service),
  },
});
