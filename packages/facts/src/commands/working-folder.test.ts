import { parseShell } from '@dockwarden-internal/syntax';
import { workingFolder } from './working-folder.ts';

const last = (text: string, start?: string) => {
  const { commands } = parseShell(text, (from, end) => ({ start: from, end }));
  return workingFolder(commands, commands.length - 1, start);
};

test.each([
  ['a', '/w'],
  ['cd x && a', '/w/x'],
  ['cd /x; cd ../y; a', '/y'],
  ['(cd /x); a', '/w'],
  ['cd /x && (a)', '/x'],
  ['cd /x && sh -c "cd y; a"', '/x/y'],
  ['cd -P /x && a', '/x'],
  ['cd $X && a', undefined],
  ['cd $X && cd /y && a', '/y'],
  ['cd && a', undefined],
  ['cd - && a', undefined],
])('%s', (text, folder) => {
  expect(last(text, '/w')).toBe(folder);
});

test('a relative step from an unknown folder is unknown', () => {
  expect(last('cd x && a')).toBeUndefined();
  expect(last('cd /x && a')).toBe('/x');
});
