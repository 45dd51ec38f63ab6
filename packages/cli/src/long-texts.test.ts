import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtinPolicies } from '@dockwarden-internal/run/builtin/builtin-policies';
import { runCommand } from './testing/run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-long-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LONG = 200_000;
const long = (text: string) => text.repeat(LONG / text.length);
const dockerfile = (line: string) => ({ Dockerfile: `FROM debian:12\n${line}\n` });
const compose = (line: string) => ({ 'compose.yaml': `services:\n  a:\n    image: a:1\n    ${line}\n` });

/** Texts of which a search that begins anew at each character takes a minute. */
const TEXTS: readonly [what: string, files: Readonly<Record<string, string>>][] = [
  ['a duration', dockerfile(`HEALTHCHECK --interval=${long('0')}a CMD true`)],
  ['letters of tar', dockerfile(`RUN tar ${long('x')}- a`)],
  ['a mode', dockerfile(`COPY --chmod=${long('ugo')} a /a`)],
  ['slashes', dockerfile(`COPY ${long('/')}a ${long('/')}b`)],
  ['stars', dockerfile(`RUN rm -rf ${long('*')}a && chmod a+r ${long('*')}a`)],
  ['a token', dockerfile(`ENV A=${long('-eyJ')}`)],
  ['carriage returns', dockerfile(`RUN sudo a${long('\r')}b`)],
  ['a directive', { Dockerfile: `# check=skip=a${long(' ')}b\nFROM debian:12\n` }],
  ['commands', dockerfile(`RUN ${Array(1500).fill('apt-get install -y curl').join(' && ')}`)],
  ['settings', { ...dockerfile('COPY .npmrc /'), '.npmrc': `_password${long(' ')}` }],
  ['a port', compose(`ports: ["${long('[')}", "${long('${')}"]`)],
  ['a mount', compose(`volumes: ["${long('/')}a:/b", "./a${long('/')}b:/c"]`)],
  ['an amount', compose(`cpus: "${long('0')}x"`)],
  ['empty lines', compose(`command: |\n      a\n${long('\n')}      b`)],
];

test.each(TEXTS)(
  '%s of any length takes a moment',
  async (_, files) => {
    const { policies } = await builtinPolicies();
    const severities = policies.map(({ id }) => `  ${id}: warning\n`).join('');
    writeFileSync(join(root, 'dockwarden.yaml'), `dockwarden: config/v1\nextends: []\npolicies:\n${severities}`);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
    const [path] = Object.keys(files);
    const start = performance.now();
    const { exit, error } = await runCommand(root, ['lint', '--no-cache', '--format', 'json', path!]);
    expect({ exit: exit < 2, error }).toEqual({ exit: true, error: '' });
    expect(performance.now() - start).toBeLessThan(15_000);
  },
  120_000,
);
