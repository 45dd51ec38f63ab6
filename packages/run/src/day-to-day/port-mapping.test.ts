import { portMappings } from './port-mapping.ts';

test.each([
  [['3000/tcp'], [], ['127.0.0.1:3000:3000/tcp']],
  [['53/udp', '80/tcp'], [], ['127.0.0.1:53:53/udp', '127.0.0.1:80:80/tcp']],
  [['3000/tcp'], ['8080'], ['127.0.0.1:8080:3000/tcp']],
  [['3000/tcp'], ['8080:3000'], ['127.0.0.1:8080:3000/tcp']],
  [['3000/tcp'], ['0.0.0.0:8080:3000'], ['0.0.0.0:8080:3000/tcp']],
  [['3000/tcp'], ['[::1]:8080:3000/tcp'], ['[::1]:8080:3000/tcp']],
  [['3000/tcp'], ['5353:53/udp'], ['127.0.0.1:3000:3000/tcp', '127.0.0.1:5353:53/udp']],
  [[], [], []],
  [['$(x)/tcp'], [], []],
])('%j with %j', (exposed, given, expected) => {
  const ports = portMappings(exposed, given);
  expect('fault' in ports ? ports.fault : ports.map(({ publish }) => publish)).toEqual(expected);
});

test.each([
  [['3000/tcp'], 'x'],
  [['3000/tcp'], '8080:3000:1'],
  [['3000/tcp'], '99999:3000'],
  [['3000/tcp'], '--privileged'],
  [['1/tcp', '2/tcp'], '8080'],
])('%j with %j is refused', (exposed, word) => {
  expect(portMappings(exposed, [word])).toMatchObject({ fault: expect.stringContaining('--port') });
});
