import { hostPathRole, isSensitiveHostPath } from './host-path.ts';

test.each(['/', '//', '/etc', '/etc/passwd', '/var/run/docker.sock', '/home/me/app', '/./usr/', '/proc'])(
  '%s belongs to the host',
  (path) => {
    expect(isSensitiveHostPath(path)).toBe(true);
  },
);

test.each(['/homework', '/etcetera/x', '/data', '/opt/app', './etc', 'etc', ''])('%s does not', (path) => {
  expect(isSensitiveHostPath(path)).toBe(false);
});

test.each([
  ['/var/run/docker.sock', 'socket'],
  ['/run/user/1000/podman/podman.sock', 'socket'],
  ['/dev/dri', 'device'],
  ['./nginx.conf', 'config'],
  ['./config/prometheus', 'config'],
  ['/etc/localtime', 'config'],
  ['./data', 'data'],
  ['./.docker/volumes/db', 'data'],
  ['/srv/media', 'data'],
  ['/var/lib/app', 'data'],
  ['.', 'source'],
  ['./src', 'source'],
  ['../..', 'source'],
  ['/home/me/app', 'source'],
  ['/opt/app', 'source'],
])('%s is %s', (path, role) => {
  expect(hostPathRole(path)).toBe(role);
});
