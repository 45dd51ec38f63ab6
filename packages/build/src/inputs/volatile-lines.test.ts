import { textAt } from '@dockwarden-internal/syntax';
import { inputsOfText } from '../testing/workspace-of.ts';

const lines = (text: string) => inputsOfText(`FROM debian\n${text}`).volatile.map(({ place }) => textAt(place));

test.each([
  'apt-get update',
  'apt-get install -y curl',
  'apk add --no-cache git',
  'apt-get -y upgrade',
  'curl -fsSLO https://example.com/x.tar',
  'wget https://example.com/x',
  'git clone https://github.com/acme/x',
  'npm install',
  'npm install -g pnpm',
  'pip install -r requirements.txt',
  'yarn install',
])('RUN %s', (command) => expect(lines(`RUN ${command}`)).toEqual([command]));

test.each([
  'npm ci',
  'pnpm install --frozen-lockfile',
  'go mod download',
  'make',
  'git config --global a b',
  'npm run build',
  'curl -o x https://example.com/x && echo "abc  x" | sha256sum -c',
])('RUN %s is none', (command) => expect(lines(`RUN ${command}`)).toEqual([]));

test('caches and what ADD fetches', () => {
  expect(lines('RUN --mount=type=cache,target=/c make\nADD https://example.com/a /\nADD a.tar /')).toEqual([
    '--mount=type=cache,target=/c',
    'https://example.com/a',
  ]);
});

test('lines of stages that nothing asks for are left out', () => {
  expect(lines('RUN apt-get update\nFROM debian')).toEqual([]);
});
