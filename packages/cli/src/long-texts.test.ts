import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtinPolicies } from '@dockwarden-internal/run/builtin/builtin-policies';
import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import { runCommand } from './testing/run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-long-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Characters of the long part of a text. */
const LONG = 200_000;
const COMMAND = 'apt-get install -y curl && '.padEnd(125);
const dockerfile = (line: string) => ({ Dockerfile: `FROM debian:12\n${line}\n` });
const compose = (line: string) => ({ 'compose.yaml': `services:\n  a:\n    image: a:1\n    ${line}\n` });

type Files = Readonly<Record<string, string>>;
type Repeat = (part: string) => string;
/** As many lines as are as long together. */
type Lines = (line: (index: number) => string) => string;

/** Texts of which a search that begins anew at each character, or at each of their lines, takes a minute. */
const TEXTS: readonly [what: string, files: (long: Repeat, lines: Lines) => Files][] = [
  ['a duration', (long) => dockerfile(`HEALTHCHECK --interval=${long('0')}a CMD true`)],
  ['letters of tar', (long) => dockerfile(`RUN tar ${long('x')}- a`)],
  ['a mode', (long) => dockerfile(`COPY --chmod=${long('ugo')} a /a`)],
  ['slashes', (long) => dockerfile(`COPY ${long('/')}a ${long('/')}b`)],
  ['stars', (long) => dockerfile(`RUN rm -rf ${long('*')}a && chmod a+r ${long('*')}a`)],
  ['a token', (long) => dockerfile(`ENV A=${long('-eyJ')}`)],
  ['carriage returns', (long) => dockerfile(`RUN sudo a${long('\r')}b`)],
  ['a directive', (long) => ({ Dockerfile: `# check=skip=a${long(' ')}b\nFROM debian:12\n` })],
  ['commands', (long) => dockerfile(`RUN ${long(COMMAND)}true`)],
  ['a heredoc', (_, lines) => dockerfile(`RUN <<EOF\n${lines((at) => `apt-get install -y a${at}`)}\nEOF`)],
  ['variables of a shell', (_, lines) => dockerfile(`RUN <<EOF\n${lines((at) => `export A=${at}\nnpm install`)}\nEOF`)],
  ['answers to prompts', (_, lines) => dockerfile(`RUN ${lines(() => 'yes | apt-get install a; \\')}\n true`)],
  ['users', (_, lines) => dockerfile(lines((at) => `RUN useradd u${at}\nUSER u${at}`))],
  [
    'users of a small image',
    (_, lines) => ({ Dockerfile: `FROM alpine:3\n${lines(() => 'COPY a /b\nRUN useradd a')}` }),
  ],
  ['layers', (_, lines) => dockerfile(lines(() => 'COPY a /b'))],
  [
    'a chain of stages',
    (_, lines) => ({
      Dockerfile: lines((at) => `FROM ${at === 0 ? 'debian:12' : `s${at - 1}`} AS s${at}\nRUN npm ci\nENV A=1`),
    }),
  ],
  ['settings', (long) => ({ ...dockerfile('COPY .npmrc /'), '.npmrc': `_password${long(' ')}` })],
  ['a port', (long) => compose(`ports: ["${long('[')}", "${long('${')}"]`)],
  ['a mount', (long) => compose(`volumes: ["${long('/')}a:/b", "./a${long('/')}b:/c"]`)],
  ['an amount', (long) => compose(`cpus: "${long('0')}x"`)],
  [
    'keys out of order',
    (_, lines) => ({ 'compose.yaml': `services:\n  a:\n    image: a:1\n${lines((at) => `    x-${at}: 1`)}\n` }),
  ],
  ['empty lines', (long) => compose(`command: |\n      a\n${long('\n')}      b`)],
];

beforeAll(async () => {
  const { policies } = await builtinPolicies();
  const severities = policies.map(({ id }) => `  ${id}: warning\n`).join('');
  writeFileSync(join(root, 'dockwarden.yaml'), `dockwarden: config/v1\nextends: []\npolicies:\n${severities}`);
  // What is loaded once is no part of what a text costs.
  await lint(dockerfile('RUN true'));
  await lint(compose('user: app'));
});

test.each(TEXTS)(
  '%s takes no longer than its length asks for',
  async (_, files) => {
    const cost = await growth(LONG, (length) => {
      const long: Repeat = (part) => part.repeat(length / part.length);
      const lines: Lines = (line) => Array.from({ length: length / line(1000).length }, (_, at) => line(at)).join('\n');
      return lint(files(long, lines));
    });
    expect(cost).toBeLessThan(MOST_GROWTH);
  },
  120_000,
);

async function lint(files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  const [path] = Object.keys(files);
  const { exit, error } = await runCommand(root, ['lint', '--no-cache', '--format', 'json', path!]);
  expect({ exit: exit < 2, error }).toEqual({ exit: true, error: '' });
}
