import { expect, test } from '@jest/globals';
import { messagesOf, treeOf } from '../testing.ts';
import { portFault } from './expose.ts';

const faults = (line: string) => treeOf(`FROM a\n${line}\n`).faults;

test('ports that only the build refuses', () => {
  expect(faults('EXPOSE 80 http 443/tcp')).toMatchObject([
    { code: 'syntax/port', later: 'build', span: { start: 17, end: 21 } },
  ]);
  expect(faults('EXPOSE $A ${B}-90 8080/udp 80:80 "8000-8010"')).toEqual([]);
});

test('a comment is told once', () => {
  expect(messagesOf('FROM a\nEXPOSE 80 # the port\n')).toEqual([expect.stringContaining('a line of its own')]);
});

test.each([
  ['80,443', 'not commas'],
  ['80/http', 'http is no protocol'],
  ['/tcp', '/tcp is no port'],
  ['80:x', 'x is no port'],
  ['80-82:90-91', 'differ in length'],
  ['host:80:80', 'host is no IP address'],
  ['1::2::3:80:80', 'is no IP address'],
])('%s', (port, message) => {
  expect(portFault(port)).toMatchObject({ code: 'syntax/port', message: expect.stringContaining(message) });
});

test.each(['70000', '70000/udp', '65530-65540', '70000:80'])('%s is out of range', (port) => {
  expect(portFault(port)).toMatchObject({ code: 'syntax/port-range' });
});

test.each(['80', '80/TCP', '8000-8010', '80:80', '127.0.0.1::80', '[::1]:80:80', '::ffff:1.2.3.4:80:80'])(
  '%s is a port',
  (port) => {
    expect(portFault(port)).toBeUndefined();
  },
);
