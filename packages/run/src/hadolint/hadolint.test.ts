import type { Settings } from '@dockwarden-internal/policy';
import { textAt } from '@dockwarden-internal/syntax';
import { findHadolint } from './find-hadolint.ts';
import { readHadolintDocument } from './hadolint-document.ts';
import { hadolintSettings } from './hadolint-settings.ts';

const aliases = new Map([
  ['hadolint:dl3008', ['packages/pinned/apt']],
  ['hadolint:dl3002', ['image/non-root']],
  ['hadolint:dl3049', ['labels/required']],
]);
const running: Settings = new Map([['image/non-root', { severity: 'error' }]]);
const settings = (data: unknown) => hadolintSettings(readHadolintDocument(data).document, running, aliases);
const problems = (data: unknown) => readHadolintDocument(data).problems.map(({ message }) => message);

test('what is ignored is off, rules of ShellCheck among it; those that no policy has mean nothing', () => {
  expect(settings({ ignored: ['DL3008', 'DL9999', 'SC2086'] })).toEqual({
    'packages/pinned/apt': 'off',
    'shellcheck:SC2086': 'off',
  });
  expect(settings({ override: { error: ['SC2086'] } })).toEqual({ 'shellcheck:SC2086': 'error' });
});

test('another severity is given to what runs, and starts nothing', () => {
  expect(settings({ override: { warning: ['DL3002', 'DL3008'] } })).toEqual({ 'image/non-root': 'warning' });
  expect(settings({ override: { style: ['DL3002'] } })).toEqual({ 'image/non-root': 'info' });
});

test('ignored holds over another severity', () => {
  expect(settings({ ignored: ['DL3002'], override: { info: ['DL3002'] } })).toEqual({ 'image/non-root': 'off' });
});

test('one registry stands without a list', () => {
  expect(settings({ trustedRegistries: 'docker.io' })).toEqual({
    'supply-chain/trusted-registries': { severity: 'error', params: { registries: ['docker.io'] } },
  });
});

test('registries', () => {
  expect(settings({ trustedRegistries: ['docker.io', '*.acme.io'] })).toEqual({
    'supply-chain/trusted-registries': { severity: 'error', params: { registries: ['docker.io', '*.acme.io'] } },
  });
});

test('a schema of labels', () => {
  const schema = { author: 'text', contact: 'email', made: 'rfc3339', source: 'URL', home: 'url' };
  expect(settings({ 'label-schema': schema, 'strict-labels': true, override: { error: ['DL3049'] } })).toEqual({
    'labels/required': { severity: 'error', params: { required: Object.keys(schema), unusedStages: true } },
    'labels/format': {
      severity: 'warning',
      params: {
        filled: { add: ['author'] },
        email: { add: ['contact'] },
        time: { add: ['made'] },
        url: { add: ['source', 'home'] },
      },
    },
    'labels/known': { severity: 'info', params: { known: Object.keys(schema) } },
  });
});

test.each([
  [{ ignoredd: ['DL3008'] }, '`ignoredd` is no option of hadolint'],
  [{ ignored: 'DL3008' }, '`ignored` is a list of texts'],
  [{ ignored: ['DL3008 DL3009'] }, '`DL3008 DL3009` is no rule of hadolint'],
  [{ override: ['DL3008'] }, '`override` is a map'],
  [{ override: { fatal: ['DL3008'] } }, '`fatal` is no severity'],
  [{ 'strict-labels': 'yes' }, '`strict-labels` is true or false'],
  [{ 'label-schema': { a: 'date' } }, '"date" is no form of a label'],
  [{ trustedRegistries: [1] }, '`trustedRegistries` is a list of texts'],
  [{ trustedRegistries: { a: 1 } }, '`trustedRegistries` is a list of texts'],
  [{ 'failure-threshold': 'fatal' }, '"fatal" is no threshold'],
  [{ format: ['tty'] }, '`format` is a text'],
  [{ verbose: 1 }, '`verbose` is true or false'],
  [['DL3008'], 'this file is no map of options'],
])('%j is refused', (data, message) => {
  expect(problems(data)).toEqual([message]);
});

test('what is about the end and the print of a run of hadolint is let be', () => {
  const data = { 'failure-threshold': 'warning', 'no-fail': true, format: 'tty', 'no-color': true, verbose: false };
  expect(problems({ ...data, 'disable-ignore-pragma': false, ignored: null })).toEqual([]);
  expect(settings(data)).toEqual({});
  expect(problems(null)).toEqual([]);
});

describe('the file', () => {
  const found = (texts: Record<string, string>, ...paths: string[]) => {
    const asked: string[] = [];
    const read = (path: string) => {
      asked.push(path);
      return texts[path];
    };
    const files = paths.map((path) => ({ path, kind: 'dockerfile' }));
    return { asked, files: findHadolint({ read }, [...Object.keys(texts), ...paths], files) };
  };

  test('the nearest of a folder and those above it holds', async () => {
    const texts = { '.hadolint.yaml': 'ignored: [DL3001]', 'apps/a/.hadolint.yml': 'ignored: [DL3002]' };
    const files = await found(texts, 'Dockerfile', 'apps/a/docker/Dockerfile', 'apps/b/Dockerfile').files;
    expect(files?.of('Dockerfile')?.ignored).toEqual(['DL3001']);
    expect(files?.of('apps/a/docker/Dockerfile')?.ignored).toEqual(['DL3002']);
    expect(files?.of('apps/b/Dockerfile')?.ignored).toEqual(['DL3001']);
  });

  test('yaml goes before yml', async () => {
    const texts = { 'a/.hadolint.yml': 'ignored: [DL3001]', 'a/.hadolint.yaml': 'ignored: [DL3002]' };
    const { asked, files } = found(texts, 'a/Dockerfile');
    expect((await files)?.of('a/Dockerfile')?.ignored).toEqual(['DL3002']);
    expect(asked).toEqual(['a/.hadolint.yaml']);
  });

  test('one that is above no Dockerfile is not read', async () => {
    const { asked, files } = found({ 'b/.hadolint.yaml': '' }, 'a/Dockerfile');
    expect(await files).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test.each([
    ['no-fail: true\nignored: [DL3008, X]\n', '`X` is no rule of hadolint', 'X'],
    ['override:\n  warning: [DL3001]\n  fatal: [DL3002]\n', '`fatal` is no severity', 'fatal'],
    ['ignore: [DL3008]\n', '`ignore` is no option of hadolint', 'ignore'],
    ['label-schema:\n  made: date\n', '"date" is no form of a label', 'date'],
    ['- DL3008\n', 'this file is no map of options', ''],
  ])('the fault of %j stands at its words', async (text, message, words) => {
    const files = await found({ '.hadolint.yaml': text }, 'Dockerfile').files;
    expect(files?.diagnostics).toMatchObject([{ code: 'hadolint/option', message, exit: 2 }]);
    expect(textAt(files!.diagnostics[0]!.place!)).toBe(words);
  });

  test('what is no YAML is said so', async () => {
    const files = await found({ '.hadolint.yaml': 'ignored: [\n' }, 'Dockerfile').files;
    expect(files?.diagnostics).toMatchObject([{ code: 'hadolint/yaml', exit: 2 }]);
  });
});
