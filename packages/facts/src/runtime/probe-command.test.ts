import { unresolved } from '../kernel/unsure.ts';
import { probeCommandIndex, readProbeCommand } from './probe-command.ts';

const read = (line: string) => readProbeCommand(line === '' ? [] : line.split(' '));

describe('readProbeCommand', () => {
  test.each([
    ['curl -f http://localhost:3000/health', 'curl', 'http://localhost:3000/health', 3000, true],
    ['/usr/bin/curl -fsS -o /dev/null localhost:8080/ready', 'curl', 'http://localhost:8080/ready', 8080, true],
    ['curl -fso /dev/null http://127.0.0.1', 'curl', 'http://127.0.0.1', 80, true],
    ['curl -H X:1 https://api.example.org/up', 'curl', 'https://api.example.org/up', 443, false],
    ['wget -qO- http://[::1]:9000/', 'wget', 'http://[::1]:9000/', 9000, true],
    ['wget --spider --timeout=2 http://0.0.0.0:81/', 'wget', 'http://0.0.0.0:81/', 81, true],
    ['nc -z -w 2 localhost 5000', 'nc', undefined, 5000, true],
    ['nc -z db 5432', 'nc', undefined, 5432, false],
    ['pg_isready -U app', 'pg_isready', undefined, 5432, true],
    ['pg_isready -h db -p 6000', 'pg_isready', undefined, 6000, false],
    ['pg_isready --host=/var/run --port=6001', 'pg_isready', undefined, 6001, true],
    ['redis-cli ping', 'redis-cli', undefined, 6379, true],
    ['mysqladmin ping -h127.0.0.1 -P3307', 'mysqladmin', undefined, 3307, true],
    ['mongosh --quiet mongodb://localhost:27018/test', 'mongosh', 'mongodb://localhost:27018/test', 27018, true],
    ['grpc_health_probe -addr=:50051', 'grpc_health_probe', undefined, 50051, true],
    ['/app/healthcheck --url http://localhost:8081', 'healthcheck', 'http://localhost:8081', 8081, true],
  ])('%s', (line, program, url, port, local) => {
    expect(read(line)).toMatchObject({ program, url, port, local });
  });

  test.each([
    ["require('http').get('http://localhost:3000/live', r => 0)", 'http://localhost:3000/live', 3000],
    ["http.get({host:'127.0.0.1',port:4000},()=>{})", undefined, 4000],
    ["import socket; socket.create_connection(('localhost', 8000))", undefined, 8000],
  ])('finds the address in a script: %s', (script, url, port) => {
    expect(readProbeCommand(['node', '-e', script])).toMatchObject({
      program: 'node',
      url,
      port,
      local: true,
      portWord: 2,
    });
  });

  test('a variable in the port leaves url and port open, and the host known', () => {
    expect(read('curl -f http://localhost:${PORT:-80}/x')).toEqual({
      program: 'curl',
      url: unresolved,
      port: unresolved,
      local: true,
      portWord: 2,
      urlWord: 2,
    });
    expect(read('nc -z localhost $PORT').port).toBe(unresolved);
  });

  test('a variable in the host leaves it open whether the container itself is asked', () => {
    expect(read('curl http://$HOST:80/').local).toBe(unresolved);
    expect(read('curl $URL')).toMatchObject({ url: unresolved, port: unresolved, local: unresolved });
    expect(read('curl http://$(hostname):80/').local).toBe(true);
    expect(read('curl http://${HOSTNAME}/').local).toBe(true);
  });

  test.each(['test -f /tmp/ready', 'pgrep nginx', 'nginx -t', './check.sh'])('%s asks nobody', (line) => {
    expect(read(line)).toMatchObject({ url: undefined, port: undefined, local: undefined });
    expect(read(line)).not.toHaveProperty('portWord');
  });

  test('no command has no program', () => {
    expect(read('')).toEqual({ url: undefined, port: undefined, local: undefined });
  });

  test('says which word holds port and url', () => {
    expect(read('curl --fail --max-time 3 http://localhost:3000/')).toMatchObject({ portWord: 4, urlWord: 4 });
    expect(read('pg_isready -p 6000')).toMatchObject({ portWord: 2 });
  });

  test('reads hostile input in no time', () => {
    const started = Date.now();
    read(`curl http://${'${'.repeat(50_000)}`);
    read(`curl ${'http://'.repeat(20_000)}`);
    read(`node -e ${'port:'.repeat(50_000)}`);
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});

describe('probeCommandIndex', () => {
  test('prefers the command that asks over a network', () => {
    expect(
      probeCommandIndex([
        ['test', '-f', '/x'],
        ['curl', 'http://localhost/'],
        ['exit', '1'],
      ]),
    ).toBe(1);
  });

  test('takes the first that does anything where none does', () => {
    expect(
      probeCommandIndex([
        ['echo', 'hi'],
        ['pgrep', 'node'],
        ['exit', '1'],
      ]),
    ).toBe(1);
  });

  test('is undefined where nothing is done', () => {
    expect(probeCommandIndex([['exit', '0']])).toBeUndefined();
    expect(probeCommandIndex([])).toBeUndefined();
  });
});
