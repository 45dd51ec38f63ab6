import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LINT_FORMATS } from '@dockwarden-internal/run/options/lint-formats';
import { runCommand } from './testing/run-command.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-hostile-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A workflow command on a line of its own, a title for the terminal, C1's way to begin one, and text that runs backwards. */
const HOSTILE = 'x\n::warning::from a name\r\u001b]0;owned\u0007\u001b[2J\u009b2J\u202efdp.\u2066y\u2069';
const folder = `apps/${HOSTILE}`;
const dockerfile = `${folder}/Dockerfile`;
const compose = `${folder}/compose.yaml`;
const inContents = HOSTILE.replace(/[\n\r]/g, '');

beforeAll(() => {
  write('package.json', '{ "name": "shop", "workspaces": ["apps/*"] }');
  write(`${folder}/package.json`, JSON.stringify({ name: 'api', scripts: { start: 'node a.js' } }));
  write(`${folder}/a.js`, HOSTILE);
  write(
    dockerfile,
    `FROM debian:latest AS a\nMAINTAINER ${inContents}\nENV A="${inContents}" B ${inContents}\nRUN cd /x && sudo ${inContents}\nCOPY ${inContents} /\nCMD a ${inContents}\nFROM a\nLABEL x="${inContents}"\n`,
  );
  write(compose, `services:\n  a:\n    image: ${JSON.stringify(HOSTILE)}\n    ports: [${JSON.stringify(HOSTILE)}]\n`);
  write(`${folder}/broken/compose.yaml`, `services: [ ${inContents}\n`);
  mkdirSync(join(root, `${folder}/held/Dockerfile/x`), { recursive: true });
  write(`${folder}/held/Dockerfile/x/y`, '');
  write(
    'policies/own.policy.yaml',
    `dockwarden: policy/v1\nid: house/own\ntitle: ${JSON.stringify(HOSTILE)}\nseverity: error\ncategory: security\nwhy: ${JSON.stringify(HOSTILE)}\non: stage\nforbid: { name: a }\nmessage: ${JSON.stringify(HOSTILE)}\nexamples: { bad: [{ code: "FROM a AS a\\n" }], good: ["FROM a\\n"] }\n`,
  );
  const config = `dockwarden: config/v1\nextends: [dockwarden:strict]\nimages:\n  api: { dockerfile: ${JSON.stringify(dockerfile)}, repository: a.b/c, contexts: { x: ${JSON.stringify(folder)} } }\n`;
  write('dockwarden.yaml', config);
  write('.hadolint.yaml', `ignored: [DL3008]\nlabel-schema: { ${JSON.stringify(HOSTILE)}: text }\n`);
  write('waivers.yaml', `dockwarden: waivers/v1\nwaivers: []\n`);
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root });
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=b', 'commit', '-q', '--allow-empty', '-m', 'c'], {
    cwd: root,
  });
});

const lint = (...words: string[]) => ['lint', '--no-cache', ...words];

/** Commands that print names or words of files. */
const COMMANDS: readonly (readonly string[])[] = [
  ...LINT_FORMATS.map((format) => lint('--format', format)),
  lint('--verbose'),
  lint('--fix', '--dry-run'),
  lint('--fix', '--dry-run', '--color'),
  lint('--affected', '--base', 'main', '--explain'),
  ['facts', dockerfile],
  ['facts', compose],
  ['facts', dockerfile, '--format', 'json'],
  ['facts', `${dockerfile}.gone`],
  ['images'],
  ['images', '--format', 'json'],
  ['inputs', 'api'],
  ['inputs', 'api', '--format', 'json'],
  ['labels', 'api'],
  ['build', 'api', '--dry-run'],
  ['policies'],
  ['explain', 'house/own'],
  ['test'],
  ['baseline', '--dry-run'],
  ['waivers'],
  ['init', '--dry-run'],
  ['setup', 'api', '--dry-run'],
  ['compose', 'api', '--dry-run'],
  ['ci', '--dry-run'],
  ['sync', '--check'],
  ['migrate', 'hadolint', '--dry-run'],
];

/** These have nothing of it to print here. */
const SILENT: ReadonlySet<string> = new Set(['ci', 'init', 'test', 'waivers']);

const isJson = (words: readonly string[]) => ['json', 'sarif', 'gitlab'].some((format) => words.includes(format));

test.each(COMMANDS.map((words) => ({ words })))(
  'nothing that a file is called or holds drives the terminal or CI: $words',
  async ({ words }) => {
    const { out, error } = await runCommand(root, words);
    const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    for (const text of [words.includes('--color') ? out.replaceAll(colours, '') : out, error]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
      expect(text).not.toMatch(/^\s*::warning::/m);
      // Programs are told names as they are.
      if (!isJson(words)) expect(text).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
    if (!SILENT.has(words[0]!)) expect(out + error).toContain('from a name');
  },
);
