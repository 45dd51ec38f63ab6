import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { lint } from '../lint.ts';
import { findShellcheck } from './find-shellcheck.ts';

afterAll(removeTemporaryFolders);

/** Remarks on the first character of the text; counts its own starts. */
const FAKE = `#!/bin/sh
echo started >> "$(dirname "$0")/starts"
echo '{"comments":[{"file":"0.sh","line":2,"endLine":2,"column":1,"endColumn":4,"level":"info","code":2086,"message":"quote"}]}'
`;

function fake(): string {
  const folder = temporaryFolder({ shellcheck: FAKE, starts: '' });
  chmodSync(join(folder, 'shellcheck'), 0o755);
  return folder;
}

/** A workspace with a folder of packages, so that results are kept there. */
function workspace(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder({ '.gitignore': 'node_modules\n', ...files });
  mkdirSync(join(root, 'node_modules'));
  return root;
}

const starts = (folder: string) => readFileSync(join(folder, 'starts'), 'utf8').split('\n').length - 1;

async function found(cwd: string, searchPath: string | undefined, more: { fix?: boolean; noCache?: boolean } = {}) {
  const { report } = await lint({ cwd, ...(searchPath !== undefined && { searchPath }), ...more });
  expect(report.diagnostics).toEqual([]);
  return report.findings
    .filter(({ policy }) => policy === 'shellcheck')
    .map(({ id, severity, suppressed }) => `${id} ${severity}${suppressed ? ' suppressed' : ''}`);
}

test('joined where it is there, and kept', async () => {
  const [root, program] = [workspace({ Dockerfile: 'FROM debian:12\nUSER 1000\nRUN echo $a\n' }), fake()];
  expect(await found(root, undefined)).toEqual([]);
  expect(await found(root, program)).toEqual(['shellcheck:SC2086 info']);
  expect(await found(root, program)).toEqual(['shellcheck:SC2086 info']);
  expect(starts(program)).toBe(1);
  appendFileSync(join(root, 'Dockerfile'), 'LABEL a=b\n');
  expect(await found(root, program)).toEqual(['shellcheck:SC2086 info']);
  expect(starts(program)).toBe(1);
  expect(await found(root, program, { noCache: true })).toEqual(['shellcheck:SC2086 info']);
  expect(starts(program)).toBe(2);
  writeFileSync(join(program, 'shellcheck'), `${FAKE}\n`);
  expect(await found(root, program)).toEqual(['shellcheck:SC2086 info']);
  expect(starts(program)).toBe(3);
  expect(await found(root, undefined)).toEqual([]);
});

test.each([
  ['policies: { shellcheck: off }', []],
  ['policies: { "shellcheck:SC2086": off }', []],
  ['policies: { "shellcheck:SC2086": error }', ['shellcheck:SC2086 error']],
  ['overrides: [{ files: ["*"], policies: { shellcheck: off } }]', []],
  ['extends: []', []],
])('configured as %s', async (line, expected) => {
  const config = `dockwarden: config/v1\n${line}\n`;
  const root = workspace({ Dockerfile: 'FROM debian:12\nRUN echo $a\n', 'dockwarden.yaml': config });
  expect(await found(root, fake())).toEqual(expected);
});

test.each([
  ['.hadolint.yaml', 'ignored: [SC2086]\n', []],
  ['.hadolint.yaml', 'override: { warning: [SC2086] }\n', ['shellcheck:SC2086 warning']],
])('%s: %s', async (name, text, expected) => {
  const root = workspace({ Dockerfile: 'FROM debian:12\nRUN echo $a\n', [name]: text });
  expect(await found(root, fake())).toEqual(expected);
});

test('comments silence it; fixes are tried without it', async () => {
  const text = 'FROM debian:12\nMAINTAINER a\n# hadolint ignore=SC2086\nRUN echo $a\n';
  const [root, program] = [workspace({ Dockerfile: text }), fake()];
  expect(await found(root, program, { fix: true })).toEqual(['shellcheck:SC2086 info suppressed']);
  expect(starts(program)).toBe(1);
});

test('a rule that ShellCheck cannot have is refused', async () => {
  const config = 'dockwarden: config/v1\npolicies: { "shellcheck:2086": off }\n';
  const { report } = await lint({ cwd: workspace({ Dockerfile: 'FROM a\n', 'dockwarden.yaml': config }) });
  expect(report.diagnostics).toMatchObject([{ code: 'config/policy', exit: 2 }]);
});

const installed = findShellcheck(process.env['PATH']);

if (installed)
  test('the real one, where it is installed', async () => {
    const root = workspace({ Dockerfile: 'FROM debian:12\nRUN a=$(ls) && \\\n    echo $a é\n' });
    const { report } = await lint({ cwd: root, searchPath: process.env['PATH']! });
    const [finding] = report.findings.filter(({ id }) => id === 'shellcheck:SC2086');
    expect(finding?.place.source.text.slice(finding.place.span.start, finding.place.span.end)).toBe('$a');
  });
