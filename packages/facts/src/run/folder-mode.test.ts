// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfile text
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { commandsOf } from './commands.ts';
import { isForFolders } from './folder-mode.ts';

const forFolders = (lines: string) => {
  const commands = dockerfileOf(`FROM debian:12 AS base\n${lines}\n`).instructions.flatMap(commandsOf);
  return isForFolders(commands.findLast(({ reading }) => /^(chmod|mkdir|install)$/.test(reading.program ?? ''))!);
};

test.each([
  'RUN mkdir -m 2775 -p /srv/data',
  'RUN install -d -m 2770 /srv/x',
  'RUN install -dm2770 /srv/x',
  'RUN find /srv -type d -exec chmod g+s {} +',
  "RUN find /srv -type d -exec chmod g+s '{}' \\;",
  'RUN find /srv -type d -print0 | xargs -0 chmod g+s',
  'RUN mkdir -p /srv/data && chmod 2775 /srv/data',
  'RUN mkdir -p /srv/data/x && chmod 2775 /srv/data /srv',
  'RUN mkdir -p /srv/data\nRUN cd /srv && chmod g+s data',
  'RUN mkdir -p "$DATA" && chmod g+s "$DATA/"',
  'SHELL ["/bin/bash", "-c"]\nRUN mkdir -p /srv/{a,b} && chmod g+s /srv/{b,a}',
  'WORKDIR /srv/app\nRUN chmod g+s /srv/app .',
  'WORKDIR app\nRUN chmod g+s /app',
  'WORKDIR $HOME/x\nRUN chmod g+s $HOME/x',
  'VOLUME ["/data"]\nRUN chmod 2770 /data',
  'RUN chmod 2770 /data/',
  'RUN chmod 2777 /var/run/postgresql',
  'WORKDIR /run\nRUN chmod g+s nginx',
  'RUN mkdir /data\nFROM base\nRUN chmod 2770 /data',
])('%s', (lines) => {
  expect(forFolders(lines)).toBe(true);
});

test.each([
  'RUN install -m 2755 app /usr/bin/app',
  'RUN chmod g+s /usr/bin/app',
  'RUN chmod g+s $APP',
  'RUN chmod g+s /opt/run/app /run.sh',
  'RUN mkdir /data && chmod -R g+s /data',
  'RUN mkdir /data && chmod g+s /data /usr/bin/app',
  'RUN mkdir /data && chmod g+s /data/app',
  'RUN find /srv -exec chmod g+s {} +',
  'RUN find /srv -type f -exec chmod g+s {} +',
  'RUN find /srv -type d -o -name x -exec chmod g+s {} +',
  'RUN find /srv -type d -exec chmod g+s {} /app +',
  'RUN find /srv -type d && find /usr -exec chmod g+s {} +',
  'RUN find /srv -type d; chmod g+s',
  'RUN mkdir /data\nFROM debian:12\nRUN chmod 2770 /data',
])('%s may be about a file', (lines) => {
  expect(forFolders(lines)).toBe(false);
});
