import { flag, kind, link, many, text } from '../kernel/kind.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import { isRotated } from '../service/logging.ts';

export const loggingKind = kind('logging', {
  doc: 'Where a service’s output goes.',
  source: 'https://docs.docker.com/reference/compose-file/services/#logging',
  place: (logging) => logging.place,
  properties: {
    driver: text('The driver; absent: the engine’s default.', (logging) => logging.settings.driver?.value, {
      at: (logging) => logging.settings.driver?.place,
    }),
    options: many('environment', 'Options of the driver: `max-size`, `max-file`.', (logging) =>
      logging.settings.options.map(
        (settings): EnvironmentEntry => ({ service: logging.service, settings, place: settings.place }),
      ),
    ),
    rotated: flag('True where old output is dropped: options bound it, or the driver does so by itself.', isRotated),
    service: link('service', 'The service.', (logging) => logging.service),
  },
});
