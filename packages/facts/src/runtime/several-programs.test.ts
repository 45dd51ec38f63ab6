import { isUnsure, unresolved } from '../kernel/unsure.ts';
import { processOf } from '../stage/process.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { startsSeveral } from './several-programs.ts';

test.each([
  ['CMD ["supervisord", "-c", "/etc/supervisord.conf"]', true],
  ['CMD php-fpm -D && nginx -g "daemon off;"', false],
  ['CMD php-fpm & nginx -g "daemon off;"', true],
  ['CMD ["node", "server.js"]', false],
  ['ENTRYPOINT ["./start.sh"]', false],
  ['CMD $PROGRAM', unresolved],
])('%s: %p', (line, expected) => {
  const process = processOf(dockerfileOf(`FROM debian:12\n${line}\n`).stages[0]!);
  if (!process || isUnsure(process)) throw new Error('no process');
  expect(startsSeveral(process)).toBe(expected);
});
