import { textAt } from '@dockwarden-internal/syntax';
import { count, flag, kind, link, milliseconds, text } from '../kernel/kind.ts';

export const healthcheckKind = kind('healthcheck', {
  doc: 'A service’s `healthcheck`.',
  source: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  place: (healthcheck) => healthcheck.place,
  properties: {
    test: text(
      'The test as written; absent where only times are set for the image’s own.',
      (healthcheck) => {
        const { test } = healthcheck.settings;
        return test && textAt(test.place);
      },
      { at: (healthcheck) => healthcheck.settings.test?.place, yaml: 'test' },
    ),
    disabled: flag('True for `disable: true` or `test: NONE`.', (healthcheck) => healthcheck.settings.disabled),
    interval: milliseconds(
      'Time between two checks; absent: 30s.',
      (healthcheck) => healthcheck.settings.interval?.value,
      { at: (healthcheck) => healthcheck.settings.interval?.place, yaml: 'interval' },
    ),
    timeout: milliseconds(
      'Time that a check may take; absent: 30s.',
      (healthcheck) => healthcheck.settings.timeout?.value,
      { at: (healthcheck) => healthcheck.settings.timeout?.place, yaml: 'timeout' },
    ),
    startPeriod: milliseconds(
      'Time in which failures do not count; absent: none.',
      (healthcheck) => healthcheck.settings.startPeriod?.value,
      { at: (healthcheck) => healthcheck.settings.startPeriod?.place, yaml: 'start_period' },
    ),
    retries: count(
      'Failures in a row that make it unhealthy; absent: 3.',
      (healthcheck) => healthcheck.settings.retries?.value,
      { at: (healthcheck) => healthcheck.settings.retries?.place, yaml: 'retries' },
    ),
    service: link('service', 'The service.', (healthcheck) => healthcheck.service),
  },
});
