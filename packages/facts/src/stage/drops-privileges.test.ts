import { known, unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { dropsPrivileges } from './drops-privileges.ts';
import { processOf } from './process.ts';

const drops = (text: string) => dropsPrivileges(known(processOf(dockerfileOf(text).stages.at(-1)!))!);

test.each([
  ['FROM debian:12\nENTRYPOINT ["gosu", "app", "node", "x"]\n', true],
  ['FROM alpine:3.22\nENTRYPOINT ["/sbin/tini", "--", "su-exec", "app:app"]\nCMD ["node", "x"]\n', true],
  ['FROM debian:12\nCMD exec setpriv --reuid=1000 node x\n', true],
  ['FROM debian:12\nCMD ["su", "app", "-c", "node x"]\n', true],
  ['FROM python:3.13\nCMD gunicorn -w 4 -u www-data app:app\n', true],
  ['FROM python:3.13\nCMD ["/venv/bin/gunicorn", "--user=app", "app:app"]\n', true],
  ['FROM python:3.13\nENTRYPOINT ["tini", "--", "uwsgi", "--uid", "app"]\n', true],
  ['FROM debian:12\nCMD ["memcached", "-umemcache"]\n', true],
  ['FROM python:3.13\nCMD gunicorn -u root app:app\n', false],
  ['FROM python:3.13\nCMD ["gunicorn", "--umask", "7", "app:app"]\n', false],
  ['FROM python:3.13\nCMD ["python", "-u", "app.py"]\n', false],
  ['FROM debian:12\nCMD ["node", "x"]\n', false],
  ['FROM debian:12\nCMD node x\n', false],
  ['FROM debian:12\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["node", "x"]\n', unknown],
  ['FROM debian:12\nCMD ["./start.sh"]\n', unknown],
  ['FROM node:22\nCMD ["node", "x"]\n', false],
  ['FROM node:22\nENTRYPOINT ["docker-entrypoint.sh", "-x"]\nCMD ["node", "x"]\n', unknown],
  ['FROM debian:12\nCMD ./start.sh --port 80\n', unknown],
  ['FROM debian:12\nCMD bash start.sh\n', unknown],
  ['FROM postgres:17\nCMD ["postgres", "-c", "x=1"]\n', unknown],
])('%j: %s', (text, expected) => {
  expect(drops(text)).toBe(expected);
});
