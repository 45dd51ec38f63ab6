import { parseShell } from '@dockwarden-internal/syntax';
import { readCommand } from './read-command.ts';
import { readUserTool } from './user-tool.ts';

const tool = (text: string) =>
  readUserTool(readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!));

test.each([
  ['useradd -m app', 'shadow'],
  ['groupadd -r app', 'shadow'],
  ['adduser -S -D -H app', 'busybox'],
  ['adduser -h /home/x -G g app', 'busybox'],
  ['addgroup -S app', 'busybox'],
  ['addgroup -g 10 app', 'busybox'],
  ['adduser --disabled-login app', 'debian'],
  ['adduser --system --group app', 'debian'],
  ['adduser -r -m app', 'shadow'],
  ['adduser --disabled-password --gecos "" app', undefined],
  ['adduser --system --uid 1 --ingroup g app', undefined],
  ['addgroup --gid 1 app', undefined],
  ['adduser app', undefined],
  ['adduser --nonsense app', undefined],
])('%s has the options of %s', (text, dialect) => {
  expect(tool(text)!.dialect).toBe(dialect);
});

test('what it makes', () => {
  expect(tool('useradd -rlu 123456 -g 5 -s /bin/sh -d /app app')).toEqual({
    tool: 'useradd',
    dialect: 'shadow',
    user: 'app',
    uid: '123456',
    gid: '5',
    shell: '/bin/sh',
    home: '/app',
    system: true,
    noLogInit: true,
  });
  expect(tool('adduser -S -u 10 -G g -h /x app')).toMatchObject({
    user: 'app',
    uid: '10',
    gid: 'g',
    home: '/x',
    system: true,
  });
  expect(tool('addgroup -g 10 -S g')).toMatchObject({ user: 'g', gid: '10', system: true });
  expect(tool('useradd "$U"')).not.toHaveProperty('user');
  expect(tool('adduser app docker')).not.toHaveProperty('user');
  expect(tool('useradd -u $U app')).toMatchObject({ uid: '$U', unresolved: true });
  expect(tool('passwd app')).toBeUndefined();
});
