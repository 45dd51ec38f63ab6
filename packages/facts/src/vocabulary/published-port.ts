import { flag, kind, link, many, oneOf, port, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { takenElsewhere } from '../service/ports-elsewhere.ts';
import { clashesOf, environmentOfPort, isLoopback, overlapsOf, publishedRange } from '../service/service-ports.ts';

export const publishedPortKind = kind('published-port', {
  doc: 'A port of a container, published on the host; a range is one of these for each port.',
  source: 'https://docs.docker.com/reference/compose-file/services/#ports',
  key: 'text',
  place: (published) => published.place,
  properties: {
    text: text('As written, without quotes.', (published) => published.settings.text.replace(/^(["'])(.*)\1$/s, '$2')),
    published: text(
      'Port of the host, or a range; absent where the engine picks one.',
      (published) => published.settings.published?.value,
      { at: (published) => published.settings.published?.place },
    ),
    first: port('First port of the host.', (published) => {
      const range = publishedRange(published);
      return range === undefined || isUnsure(range) ? range : range[0];
    }),
    target: port('Port of the container.', (published) => published.settings.target?.value, {
      at: (published) => published.settings.target?.place,
    }),
    protocol: text('`tcp` or `udp`.', (published) => published.settings.protocol),
    address: text(
      'Address of the host that it is bound to; absent: all of them.',
      (published) => published.settings.address?.value,
      { at: (published) => published.settings.address?.place },
    ),
    loopback: flag('True where it is bound to an address that only the host itself reaches.', isLoopback),
    short: flag('True for the short form `8080:80`.', (published) => published.settings.value.node?.kind !== 'map'),
    environment: oneOf(
      ['production', 'development'],
      'What the file is for that it is written in; absent where the file does not say, as a base that others are merged over.',
      environmentOfPort,
    ),
    clashes: many(
      'published-port',
      'Earlier ports of services that run at the same time and want the same port of the same address; where two ranges share more ports, of the first.',
      clashesOf,
    ),
    overlaps: many(
      'published-port',
      'Earlier ports where one of the two is a range that holds a port of the other’s, so that the engine may pick it.',
      overlapsOf,
    ),
    takenElsewhere: many(
      'published-port',
      'Ports of Compose models of other folders that want the same port of the same address, where two ranges share more ports of the first; none for production, for a service of a profile, and where a variable without a default decides.',
      takenElsewhere,
    ),
    service: link('service', 'The service.', (published) => published.service),
  },
});
