import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { hasProgram, mayHoldMore, programsOf } from './programs.ts';

const has = (text: string, program: string) => hasProgram(dockerfileOf(text).stages.at(-1)!, program);
const names = (text: string) => programsOf(dockerfileOf(text).stages.at(-1)!).map(({ name }) => name);

describe('hasProgram', () => {
  test.each([
    ['FROM node:22\n', 'node'],
    ['FROM debian:12-slim\nRUN apt-get update && apt-get install -y curl\n', 'curl'],
    ['FROM debian:12-slim AS a\nRUN apt-get install -y curl\nFROM a\n', '/usr/bin/curl'],
    ['FROM alpine:3.22\nRUN apk add --no-cache postgresql-client\n', 'pg_isready'],
    ['FROM debian:12-slim\nCOPY --from=build /usr/bin/curl /usr/local/bin/\n', 'curl'],
    ['FROM scratch\nCOPY --from=build /probe /healthcheck\n', 'healthcheck'],
    ['FROM debian:12-slim\nRUN curl -o /usr/local/bin/tini https://x/tini\n', 'tini'],
    ['FROM debian:12-slim\nADD https://x/probe /bin/probe\n', 'probe'],
    ['FROM debian:12-slim\nRUN npm install -g pm2\n', 'pm2'],
  ])('%j has %s', (text, program) => {
    expect(has(text, program)).toBe(true);
  });

  test.each([
    ['FROM debian:12-slim\n', 'curl'],
    ['FROM debian:12-slim\nRUN pip install -r requirements.txt && npm ci\nCOPY . /app\n', 'curl'],
    ['FROM debian:12-slim\nRUN apt-get install -y curl && apt-get purge -y curl\n', 'curl'],
    ['FROM alpine:3.22\nRUN apk add --virtual tools curl && apk del tools\n', 'curl'],
    ['FROM scratch\nCOPY app /app\n', 'curl'],
    ['FROM debian:12-slim AS a\nRUN apt-get install -y curl\nFROM debian:12-slim\n', 'curl'],
    ['FROM gcr.io/distroless/static\n', 'sh'],
  ])('%j lacks %s', (text, program) => {
    expect(has(text, program)).toBe(false);
  });

  test.each([
    ['FROM acme/unknown\n', 'curl'],
    ['FROM debian:12-slim\nRUN ./install.sh\n', 'curl'],
    ['FROM debian:12-slim\nRUN x | bash\n', 'curl'],
    ['FROM debian:12-slim\nRUN apt-get install -y $PACKAGES\n', 'curl'],
    ['FROM debian:12-slim\nCOPY rootfs/ /\n', 'curl'],
    ['FROM debian:12-slim\nCOPY --from=x /usr/local /usr/local\n', 'curl'],
    ['FROM debian:12-slim\nCOPY . /app\n', '/app/check'],
    ['FROM debian:12-slim\n', 'some-program-of-which-nothing-is-known'],
    ['RUN ls\n', 'curl'],
  ])('%j may have %s', (text, program) => {
    expect(has(text, program)).toBe(unknown);
  });
});

describe('programsOf', () => {
  test('those of the base image and those that the chain brings', () => {
    const found = names('FROM debian:12-slim\nRUN apt-get install -y curl\nCOPY tool /usr/bin/tool\n');
    expect(found).toEqual(expect.arrayContaining(['sh', 'curl', 'tool']));
  });

  test('a health check calls a program that is missing only if it is known to be', () => {
    expect(names('FROM debian:12-slim\nHEALTHCHECK CMD curl localhost\n')).not.toContain('curl');
    expect(names('FROM debian:12-slim\nRUN ./install.sh\nHEALTHCHECK CMD curl localhost\n')).toContain('curl');
    expect(names('FROM debian:12-slim\nCOPY . /app\nHEALTHCHECK CMD ["/app/check"]\n')).toContain('check');
  });

  test('more may be there under an unknown base alone', () => {
    expect(mayHoldMore(dockerfileOf('FROM acme/unknown\n').stages[0]!)).toBe(true);
    expect(mayHoldMore(dockerfileOf('FROM debian:12\n').stages[0]!)).toBe(false);
    expect(mayHoldMore(dockerfileOf('FROM scratch\n').stages[0]!)).toBe(false);
  });
});
