// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfile text
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { hostOf } from './download-host.ts';
import { downloadsBy } from './downloads.ts';

const host = (line: string) => hostOf(dockerfileOf(`FROM debian:12\n${line}\n`).instructions.flatMap(downloadsBy)[0]!);

test.each([
  ['RUN curl http://Example.org:8080/a?b', 'example.org'],
  ['RUN wget https://ann:pass@example.org/a', 'example.org'],
  ['ADD https://example.org/a /', 'example.org'],
  ['RUN curl "https://example.org/$VERSION.tgz"', 'example.org'],
  ['RUN curl https://${HOST}/a', unresolved],
  ['RUN curl $URL', unresolved],
  ['RUN curl -O "%%URL%%"', unresolved],
])('%s', (line, expected) => {
  expect(host(line)).toBe(expected);
});
