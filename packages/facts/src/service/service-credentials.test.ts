// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Compose
import { textAt } from '@dockwarden-internal/syntax';
import { serviceOf } from '../testing/compose-of.ts';
import { serviceCredentials } from './service-credentials.ts';

const found = (lines: string) => serviceCredentials(serviceOf(`image: x\n${lines}`)).map(({ place }) => textAt(place));

// Put together here, so that no scanner takes this file for a leak.
const token = `ghp_${'Ab2C'.repeat(9)}`;

test.each([
  ['command: [redis-server, --requirepass, hunter2]', ['hunter2']],
  ['command: [--requirepass, hunter2]', ['hunter2']],
  ['command: [tool, --password=hunter2]', ['--password=hunter2']],
  ['command: tool --password=hunter2 --port 80', ['tool --password=hunter2 --port 80']],
  [`entrypoint: [sh, -c, "TOKEN=${token} run"]`, [`"TOKEN=${token} run"`]],
  ['entrypoint: [sh, -c, "tool --password=hunter2"]', ['"tool --password=hunter2"']],
  ['entrypoint:\n- sh\n- -c\n- tool --password=hunter2', ['tool --password=hunter2']],
  ['healthcheck: { test: [CMD, redis-cli, -a, hunter2, ping] }', ['hunter2']],
  ['command: redis-server --port ${PORT} --requirepass hunter2', ['redis-server --port ${PORT} --requirepass hunter2']],
  ['command: [app, "amqp://app:hunter2hunter2@${HOST:-mq}/"]', ['"amqp://app:hunter2hunter2@${HOST:-mq}/"']],
  ['command: "tool ${AUTH:+--password=hunter2}"', ['"tool ${AUTH:+--password=hunter2}"']],
  ['healthcheck: { test: redis-cli -a hunter2 ping }', ['redis-cli -a hunter2 ping']],
  ['post_start: [{ command: [tool, --password=hunter2] }]', ['--password=hunter2']],
  ['pre_stop: [{ command: tool --password=hunter2 }, { command: tool }]', ['tool --password=hunter2']],
  ['pre_start: [{ image: y, command: [mysql, -phunter2] }]', ['-phunter2']],
])('%s', (lines, expected) => expect(found(lines)).toEqual(expected));

test.each([
  'command: [redis-server, --requirepass, "${PASSWORD}"]',
  'command: [redis-server, --requirepass, "${PASSWORD:-hunter2hunter2}"]',
  'command: redis-server --requirepass ${PASSWORD} --port 6379',
  'command: redis-server --requirepass "${PASSWORD:-hunter2 hunter2}" --port 6379',
  'command: [app, "amqp://app:${PASSWORD}@mq/"]',
  'command: ["app", "--password=${PASSWORD:?}"]',
  'command: tool --password=$$PASSWORD --password-file=/run/secrets/x',
  'command: [redis-server, --port, "6379"]',
  'command: []',
  'healthcheck: { test: NONE }',
  'post_start: [{ command: [tool, "--password=${PASSWORD}"] }]',
  'tty: true',
])('%s holds none', (lines) => expect(found(lines)).toEqual([]));
