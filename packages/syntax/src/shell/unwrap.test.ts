import { parseShell } from './parse-shell.ts';

const read = (text: string) => parseShell(text, (start, end) => ({ start, end })).commands;
const shown = (text: string) =>
  read(text).map((command) => `${command.via.join('>')}: ${command.words.map((word) => word.shown).join(' ')}`);

test.each([
  ['sudo -u root -E apt-get update', 'sudo: apt-get update'],
  ['sudo --user=x --group y apt update', 'sudo: apt update'],
  ['/usr/bin/sudo -- ls', 'sudo: ls'],
  ['doas -u x ls', 'doas: ls'],
  ['env -i -u B A=1 ls -l', 'env: ls -l'],
  ['exec -a name ls', 'exec: ls'],
  ['command -p ls', 'command: ls'],
  ['time ls | cat', 'time: ls'],
  ['/usr/bin/time -f %e ls', 'time: ls'],
  ['nice -n 10 ls', 'nice: ls'],
  ['nice -10 ls', 'nice: ls'],
  ['nohup ls', 'nohup: ls'],
  ['timeout -k 5 --signal=KILL 10s ls', 'timeout: ls'],
  ['xargs -0 -n1 -I{} rm -rf {}', 'xargs: rm -rf {}'],
  ['gosu postgres:postgres ls', 'gosu: ls'],
  ['su-exec node ls', 'su-exec: ls'],
  ['setpriv --reuid 1 --clear-groups ls', 'setpriv: ls'],
  ['tini -g -e 143 -- ls', 'tini: ls'],
  ['dumb-init -r 15:2 ls', 'dumb-init: ls'],
  ['stdbuf -oL -e L ls', 'stdbuf: ls'],
  ['runuser -u x -- ls', 'runuser: ls'],
  ['busybox wget x', 'busybox: wget x'],
  ['sudo env A=1 nice ls', 'sudo>env>nice: ls'],
  ['sh -c ls', 'sh -c: ls'],
  ["/bin/bash -lc 'ls -l'", 'bash -c: ls -l'],
  ['bash -euo pipefail -c "ls"', 'bash -c: ls'],
  ['bash --login -x -c ls arg0', 'bash -c: ls'],
  ["su - user -c 'ls -l'", 'su -c: ls -l'],
  ["su -s /bin/sh user --command 'ls'", 'su -c: ls'],
  ['eval ls "-l $X"', 'eval: ls -l $X'],
  ['sudo -H bash -c \'sh -c "ls"\'', 'sudo>bash -c>sh -c: ls'],
  ["bash <<'E'\nls\nE", 'bash <<: ls'],
  ['sh -s <<< "ls"', 'sh <<<: ls'],
])('%s', (text, expected) => {
  expect(shown(text)[0]).toBe(expected);
});

test.each([
  'sudo -l',
  'sudo',
  'env',
  'env A=1',
  'command -v ls',
  'exec > log',
  'timeout 10',
  'xargs',
  'su user',
  'bash script.sh',
  'bash -s',
  'sh -c',
  'bash -c "$CMD"',
  'sh -c "$(curl x)"',
  'eval "$(x)"',
  'env -S "ls -l"',
  'bash script.sh <<E\nls\nE',
])('%s is a command of its own', (text) => {
  const [command] = read(text);
  expect(command!.via).toEqual([]);
  expect(text.startsWith(command!.words[0]!.text)).toBe(true);
});

test('the script of sh -c may hold a list', () => {
  expect(shown('sh -c "a && b $(c)" d && e')).toEqual(['sh -c: a', 'sh -c: b $(c)', 'sh -c: c', ': e']);
});

test('find runs commands and stays', () => {
  expect(shown('find / -name x -exec rm -rf {} + -o -execdir sh -c "a; b" \\;')).toEqual([
    ': find / -name x -exec rm -rf {} + -o -execdir sh -c a; b ;',
    'find -exec: rm -rf {}',
    'find -exec>sh -c: a',
    'find -exec>sh -c: b',
  ]);
});

test('assignments in front reach the command, through wrappers and shells', () => {
  const given = (text: string) =>
    read(text).map((command) => command.assignments.map((found) => `${found.name}=${found.shown}`).join(' '));
  expect(given('A=1 env B="$X" C= ls')).toEqual(['A=1 B=$X C=']);
  expect(given('A=1 sudo B=2 sh -c "C=3 a; b"')).toEqual(['A=1 B=2 C=3', 'A=1 B=2']);
});

test('assignments are exported by export, declare -x and in front of a command', () => {
  const exported = (text: string) =>
    read(text).flatMap((command) => command.assignments.map((found) => [found.name, found.value, found.exported]));
  expect(exported('export A=1 "B=2"; C=3; declare -x D=4; local E=$X; F=5 g')).toEqual([
    ['A', '1', true],
    ['B', '2', true],
    ['C', '3', false],
    ['D', '4', true],
    ['E', undefined, false],
    ['F', '5', true],
  ]);
});

test('shells within shells end somewhere', () => {
  const deep = Array.from({ length: 12 }).reduce<string>((inner) => `sh -c ${JSON.stringify(inner)}`, 'ls');
  const tree = parseShell(deep.slice(0, 20_000), (start, end) => ({ start, end }));
  expect(tree.unread).toMatch(/shells within shells/);
});
