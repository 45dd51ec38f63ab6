import { readBuildSettings } from './build-settings.ts';

test('options become settings, and nothing else does', () => {
  expect(
    readBuildSettings({
      platform: ['linux/amd64'],
      buildArg: ['A=1=2', 'B='],
      secret: ['id=npm,env=NPM_TOKEN', 'id=key,type=file,src=key.pem'],
      tag: ['{sha}'],
      sbom: true,
    }),
  ).toEqual({
    settings: {
      platforms: ['linux/amd64'],
      args: { A: '1=2', B: '' },
      secrets: [
        { id: 'npm', env: 'NPM_TOKEN' },
        { id: 'key', file: 'key.pem' },
      ],
      tags: ['{sha}'],
      sbom: true,
    },
  });
  expect(readBuildSettings({})).toEqual({ settings: {} });
});

test.each([
  [{ buildArg: ['A'] }, '--build-arg is NAME=VALUE, not "A"'],
  [{ label: ['=x'] }, '--label is NAME=VALUE, not "="'],
  [{ secret: ['npm=sekret'] }, '--secret is id=ID with src=FILE or env=NAME, such as --secret id=npm,env=NPM_TOKEN'],
])('%j is refused, and no value is repeated', (values, fault) => {
  expect(readBuildSettings(values)).toEqual({ fault });
});
