import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtinPolicies } from '@dockwarden-internal/run/builtin/builtin-policies';
import { runCommand } from './testing/run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-long-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Characters of the long part of a text. */
const LONG = 200_000;
const SHORTER = 10;
/** What looks once at each character costs ten times as much for ten times the text, and what begins anew at each a hundred times. */
const MOST_GROWTH = 30;
const COMMAND = 'apt-get install -y curl && '.padEnd(125);
const dockerfile = (line: string) => ({ Dockerfile: `FROM debian:12\n${line}\n` });
const compose = (line: string) => ({ 'compose.yaml': `services:\n  a:\n    image: a:1\n    ${line}\n` });

type Files = Readonly<Record<string, string>>;
type Repeat = (text: string) => string;

/** Texts of which a search that begins anew at each character takes a minute. */
const TEXTS: readonly [what: string, files: (long: Repeat) => Files][] = [
  ['a duration', (long) => dockerfile(`HEALTHCHECK --interval=${long('0')}a CMD true`)],
  ['letters of tar', (long) => dockerfile(`RUN tar ${long('x')}- a`)],
  ['a mode', (long) => dockerfile(`COPY --chmod=${long('ugo')} a /a`)],
  ['slashes', (long) => dockerfile(`COPY ${long('/')}a ${long('/')}b`)],
  ['stars', (long) => dockerfile(`RUN rm -rf ${long('*')}a && chmod a+r ${long('*')}a`)],
  ['a token', (long) => dockerfile(`ENV A=${long('-eyJ')}`)],
  ['carriage returns', (long) => dockerfile(`RUN sudo a${long('\r')}b`)],
  ['a directive', (long) => ({ Dockerfile: `# check=skip=a${long(' ')}b\nFROM debian:12\n` })],
  ['commands', (long) => dockerfile(`RUN ${long(COMMAND)}true`)],
  ['settings', (long) => ({ ...dockerfile('COPY .npmrc /'), '.npmrc': `_password${long(' ')}` })],
  ['a port', (long) => compose(`ports: ["${long('[')}", "${long('${')}"]`)],
  ['a mount', (long) => compose(`volumes: ["${long('/')}a:/b", "./a${long('/')}b:/c"]`)],
  ['an amount', (long) => compose(`cpus: "${long('0')}x"`)],
  ['empty lines', (long) => compose(`command: |\n      a\n${long('\n')}      b`)],
];

beforeAll(async () => {
  const { policies } = await builtinPolicies();
  const severities = policies.map(({ id }) => `  ${id}: warning\n`).join('');
  writeFileSync(join(root, 'dockwarden.yaml'), `dockwarden: config/v1\nextends: []\npolicies:\n${severities}`);
  // What is loaded once is no part of what a text costs.
  await costOf(dockerfile('RUN true'));
  await costOf(compose('user: app'));
});

test.each(TEXTS)(
  '%s takes no longer than its length asks for',
  async (_, files) => {
    const cost = await costOf(files(repeatedTo(LONG / SHORTER)));
    expect(await costOf(files(repeatedTo(LONG)))).toBeLessThan(MOST_GROWTH * cost);
  },
  120_000,
);

function repeatedTo(length: number): Repeat {
  return (text) => text.repeat(length / text.length);
}

/** Microseconds of the processor that it takes to lint the first of these files: what else the machine does is not in it. */
async function costOf(files: Files): Promise<number> {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  const [path] = Object.keys(files);
  const before = process.cpuUsage();
  const { exit, error } = await runCommand(root, ['lint', '--no-cache', '--format', 'json', path!]);
  const { user, system } = process.cpuUsage(before);
  expect({ exit: exit < 2, error }).toEqual({ exit: true, error: '' });
  return user + system;
}
