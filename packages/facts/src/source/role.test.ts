import type { Maybe } from '../kernel/unsure.ts';
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { roleOf } from './role.ts';
import { sourcesOf } from './sources.ts';

const role = (line: string, options: TestOptions = {}): Maybe<string> => {
  const dockerfile = dockerfileOf(`FROM a AS b\nFROM a\nARG V\n${line}\n`, options);
  return roleOf(sourcesOf(instructionOf(dockerfile, line.split(' ')[0]!.toLowerCase()))[0]!);
};

test.each([
  ['COPY package.json ./', 'manifest'],
  ['COPY package*.json ./', 'lockfile'],
  ['COPY tsconfig.json ./', 'config'],
  ['COPY . .', 'source'],
  ['COPY src ./src', 'source'],
  ['COPY *.py ./', 'source'],
  ['COPY .env ./', 'secret'],
  ['COPY id_rsa /root/.ssh/', 'secret'],
  ['COPY certs/server.pem ./', 'secret'],
  ['COPY dist/app.js ./', 'artifact'],
  ['COPY target/app.jar ./', 'artifact'],
  ['COPY --from=b /app/src ./', 'artifact'],
  ['COPY --from=b /root/.ssh/id_rsa ./', 'secret'],
  ['COPY <<EOF ./x\nhi\nEOF', 'heredoc'],
  ['ADD https://x.org/a.tgz ./', 'url'],
  ['ADD https://x.org/a.git ./', 'git'],
  ['COPY apps/$V/package.json ./', 'manifest'],
  ['COPY ${V}/package.json ./', 'manifest'],
])('%s: %s', (line, expected) => {
  expect(role(line)).toBe(expected);
});

test('a variable in the last name hides the role', () => {
  expect(role('COPY apps/$V ./')).toBe(unresolved);
  expect(role('COPY ${V}.json ./')).toBe(unresolved);
});

test('git tells what is built from what is written', () => {
  const gitignore = { '.gitignore': 'generated\ndist\n' };
  expect(role('COPY generated ./', { files: gitignore })).toBe('artifact');
  expect(role('COPY build/entry.sh ./', { files: { ...gitignore, 'build/entry.sh': '' } })).toBe('source');
  expect(role('COPY build/entry.sh ./', { files: { 'build/entry.sh': '' } })).toBe('artifact');
  expect(role('COPY dist/main.js ./', { files: { ...gitignore, 'dist/main.js': '' } })).toBe('artifact');
});

test('.npmrc is no secret where no token is seen', () => {
  expect(role('COPY .npmrc ./')).toBe('config');
  expect(role('COPY .netrc ./')).toBe('secret');
  expect(role('COPY .npmrc ./', { files: { '.npmrc': 'save-exact=true\n' } })).toBe('config');
  expect(role('COPY .npmrc ./', { files: { '.npmrc': '//r.io/:_authToken=${NPM_TOKEN}\n' } })).toBe('config');
  expect(role('COPY .npmrc ./', { files: { '.npmrc': '//r.io/:_authToken=npm_abc\n' } })).toBe('secret');
});

test('a name that tells the role asks nothing of the disk', () => {
  const dockerfile = dockerfileOf('FROM a\nCOPY package.json yarn.lock ./\nCOPY . .\n', { path: 'apps/x/Dockerfile' });
  const { asked } = dockerfile.world.fs as unknown as { asked: string[] };
  const before = asked.length;
  for (const instruction of dockerfile.instructions) sourcesOf(instruction).map(roleOf);
  expect(asked.slice(before)).toEqual([]);
});
