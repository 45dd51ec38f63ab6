import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, port, text } from '../kernel/kind.ts';
import type { Port } from '../model/runtime.ts';

export const portKind = kind('port', {
  doc: 'A port that EXPOSE names or that the base image serves.',
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  key: 'number',
  label: 'label',
  place: (each) => each.place,
  properties: {
    number: port(
      'The port of the container, or the first of a range; absent where it is no number.',
      (each) => each.number,
    ),
    last: port('The last of a range; equals `number` without one.', (each) => each.last),
    protocol: text('In lower case; `tcp` where none is written.', (each) => each.protocol),
    protocolText: text('As written; absent where none is.', (each) => each.protocolText, {
      at: (each) => each.protocolPlace,
    }),
    hostText: text(
      '`127.0.0.1:8080:` of `127.0.0.1:8080:80`, with its colons; absent without one, and where a variable holds it.',
      ({ hostPlace }) => hostPlace && textAt(hostPlace),
      { at: (each) => each.hostPlace },
    ),
    published: text(
      'The port of the host in `8080:80`, which EXPOSE does not publish; absent without one.',
      (each) => each.published,
    ),
    text: text('As written.', (each) => each.text),
    label: text(
      'The number, with its protocol unless that is tcp; as written where it is no known number: for messages.',
      labelOf,
    ),
    inherited: flag('True for a port of the base image.', (each) => each.instruction === undefined),
    instruction: link('instruction', 'The EXPOSE; absent for a port of the base image.', (each) => each.instruction),
  },
});

function labelOf({ number, last, protocol, text: written }: Port): string {
  if (typeof number !== 'number') return written;
  const range = typeof last === 'number' && last > number ? `${number}-${last}` : String(number);
  return protocol === 'tcp' ? range : `${range}/${protocol}`;
}
