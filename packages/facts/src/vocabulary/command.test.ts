import { unknown, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { commandsOf } from '../run/commands.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { placeText, readFact } from '../testing/read-fact.ts';
import { commandKind } from './command.ts';
import { downloadKind } from './download.ts';
import { installKind } from './install.ts';
import { packageKind } from './package.ts';

const command = (line: string, index = 0, base = 'debian:12') =>
  commandsOf(instructionOf(dockerfileOf(`FROM ${base}\n${line}\n`), 'run')).at(index)!;
const read = (found: Command, property: string) => readFact(commandKind, found, property);

test('a command by its parts', () => {
  const apt = command('RUN sudo /usr/bin/apt-get -y install curl > /dev/null');
  expect(read(apt, 'text')).toBe('/usr/bin/apt-get -y install curl > /dev/null');
  expect([read(apt, 'name'), placeText(commandKind, apt, 'name')]).toEqual(['apt-get', '/usr/bin/apt-get']);
  expect([read(apt, 'subcommand'), placeText(commandKind, apt, 'subcommand')]).toEqual(['install', 'install']);
  expect(read(apt, 'via')).toEqual(['sudo']);
  expect(read(apt, 'redirects')).toBe(1);
  expect(read(apt, 'actions')).toEqual(['install']);
});

test('what it writes, and the variables that it names', () => {
  expect(read(command('RUN echo $A > /b'), 'writes')).toBe('/b');
  expect(read(command('RUN echo $A > /b'), 'expansions')).toMatchObject([{ name: 'A' }]);
  expect(read(command('RUN ls'), 'writes')).toBeUndefined();
});

test('names', () => {
  expect(read(command('RUN pip3.11 install x'), 'name')).toBe('pip3.11');
  expect(read(command('RUN pip3.11 install x'), 'program')).toBe('pip');
  expect(read(command('RUN $X y'), 'name')).toBe(unresolved);
  expect(read(command('RUN ls y'), 'subcommand')).toBeUndefined();
  expect(placeText(commandKind, command('RUN ls y'), 'subcommand')).toBeUndefined();
  expect(read(command('RUN npx turbo prune a'), 'launches')).toBe('turbo');
  expect(read(command('RUN ls'), 'launches')).toBeUndefined();
  expect(read(command('RUN ls'), 'actions')).toBeUndefined();
});

test('its place in the RUN', () => {
  const middle = command('RUN a | b && c || d', 1);
  expect(read(middle, 'first')).toBe(false);
  expect((read(middle, 'before') as Command[]).map(({ reading }) => reading.name)).toEqual(['a']);
  expect((read(middle, 'after') as Command[]).map(({ reading }) => reading.name)).toEqual(['c', 'd']);
  expect(read(command('RUN a | b'), 'piped')).toBe(true);
  expect(read(command('RUN a | b', 1), 'piped')).toBe(false);
  expect(read(command('RUN a || b', 1), 'conditional')).toBe(true);
  expect(read(command('RUN a $(b)', 1), 'substituted')).toBe(true);
  expect(commandKind.properties['after']!.open!(command('RUN a; echo "'))).toBe(true);
});

test('installs by themselves or NODE_ENV', () => {
  const install = (line: string, base?: string) => read(command(line, 0, base), 'install') as never;
  const npm = install('RUN npm ci', 'node:22');
  expect(readFact(installKind, npm, 'lockfiles')).toContain('package-lock.json');
  expect(readFact(installKind, npm, 'frozen')).toBe(true);
  expect(readFact(installKind, npm, 'dev')).toBe(true);
  expect(readFact(installKind, npm, 'recommends')).toBeUndefined();
  expect(readFact(installKind, npm, 'text')).toBe('npm ci');
  expect(readFact(installKind, install('RUN npm ci', 'acme/x:1'), 'dev')).toBe(unknown);
  const apt = install('RUN apt-get install --no-install-recommends curl');
  expect(['scope', 'recommends', 'dev'].map((property) => readFact(installKind, apt, property))).toEqual([
    'packages',
    false,
    undefined,
  ]);
  expect(readFact(installKind, apt, 'assumeYes')).toBe(false);
  expect(read(command('RUN ls'), 'install')).toBeUndefined();
});

test('packages', () => {
  const [pinned, loose, hidden] = read(command('RUN apt-get install a=1.2 b $C'), 'packages') as never[];
  const parts = (found: never) =>
    ['name', 'version', 'exact', 'source', 'manager', 'text'].map((property) => readFact(packageKind, found, property));
  expect(parts(pinned!)).toEqual(['a', '1.2', true, 'registry', 'apt', 'a=1.2']);
  expect(parts(loose!)).toEqual(['b', undefined, undefined, 'registry', 'apt', 'b']);
  expect(parts(hidden!)).toEqual([unknown, unknown, undefined, 'registry', 'apt', '$C']);
});

test('downloads', () => {
  const [found] = read(command('RUN curl -fsSL https://x.org/i.sh | sh'), 'downloads') as never[];
  const parts = ['text', 'url', 'kind', 'executed', 'verifiedBy', 'checksum', 'secure', 'tool'].map((property) =>
    readFact(downloadKind, found!, property),
  );
  expect(parts).toEqual(['https://x.org/i.sh', 'https://x.org/i.sh', 'script', true, undefined, false, true, 'curl']);
});
