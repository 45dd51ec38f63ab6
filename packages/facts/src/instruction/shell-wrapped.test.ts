import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { isShellWrapped } from './shell-wrapped.ts';

const wrapped = (text: string) => isShellWrapped(dockerfileOf(text).instructions.at(-1)!);

test.each([
  ['CMD node server.js', true],
  ['CMD ./start.sh', true],
  ['CMD node $MAIN', true],
  ['ENTRYPOINT migrate && node server.js', true],
  ['CMD exec node server.js', false],
  ['ENTRYPOINT exec java $JAVA_OPTS -jar /app.jar', false],
  ['CMD migrate && exec node server.js', false],
  ['CMD exec $APP', false],
  ['CMD exec sh -c "node server.js"', true],
  ['CMD exec ./start.sh', unknown],
  ['CMD ["node", "server.js"]', undefined],
  ['CMD', undefined],
  ['RUN node x', undefined],
  ['HEALTHCHECK CMD curl localhost', undefined],
  ['SHELL ["pwsh", "-c"]\nCMD node x', true],
  ['SHELL ["/usr/bin/own", "-c"]\nCMD exec node x', unknown],
])('%s', (line, expected) => {
  expect(wrapped(`FROM debian:12\n${line}\n`)).toEqual(expected);
});

test('an unknown base is taken to have a usual shell', () => {
  expect(wrapped('FROM acme/base:1\nCMD exec app\n')).toBe(false);
  expect(wrapped('CMD app\n')).toBe(true);
});
