import { commandsOf } from '../run/commands.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { fileModeOf, letsOthersWrite, setsId } from './file-mode.ts';

const mode = (command: string) =>
  fileModeOf(commandsOf(instructionOf(dockerfileOf(`FROM debian\nRUN ${command}\n`), 'run'))[0]!.reading);

test.each([
  ['chmod -R 777 /a', '777'],
  ['chmod u+x,o-w /a', 'u+x,o-w'],
  ['chmod -w /a', '-w'],
  ['mkdir -p -m 1777 /tmp', '1777'],
  ['mkdir --mode=0755 /a', '0755'],
  ['install -m 644 a /b', '644'],
])('%s gives %s', (command, expected) => {
  expect(mode(command)?.text).toBe(expected);
});

test.each(['mkdir -p /a', 'chmod --reference=/a /b', 'useradd -m 777', 'echo 777'])('%s gives none', (command) => {
  expect(mode(command)).toBeUndefined();
});

test('a variable decides it', () => {
  expect(mode('chmod $MODE /a')).toMatchObject({ span: expect.anything() });
  expect(mode('chmod $MODE /a')?.text).toBeUndefined();
  expect(mode('mkdir -m "$MODE" /a')?.text).toBeUndefined();
});

test.each(['777', '0666', '2', '2777', 'o+w', 'a=rwx', 'ugo+rwx', 'u+x,o+w', 'o-w,o+w', 'go+rw-x'])(
  '%s lets everybody write',
  (text) => {
    expect(letsOthersWrite(text)).toBe(true);
  },
);

test.each(['755', '1777', '0775', '+w', 'u+w', 'g=u', 'o-w', 'o+w,o-w', 'o+w,o=r', 'a+rwx,+t', 'a+rwxt', '', 'x y'])(
  '%s does not',
  (text) => {
    expect(letsOthersWrite(text)).toBe(false);
  },
);

test.each(['4755', '2755', '6711', '04755', 'u+s', 'g+s', '+s', 'ug+xs', 'u=rwxs', 'u-x+s', 'o-w,u+s'])(
  '%s sets the setuid or setgid bit',
  (text) => {
    expect(setsId(text)).toBe(true);
  },
);

test.each(['755', '1777', '0755', 'u-s', 'a-s', 'o+s', 'u+x', 'u+x-s', '', 's'])('%s sets neither', (text) => {
  expect(setsId(text)).toBe(false);
});
