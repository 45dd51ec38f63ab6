import type { TestPolicy } from './lint-files.ts';

/** Policies that tests of the engine share: simple promises on the facts that move least. */
export const noWget: TestPolicy = {
  id: 'test/wget',
  on: 'command',
  where: { name: 'wget' },
  forbid: { name: 'wget' },
  message: 'no wget',
  aliases: [
    'hadolint:DL3004',
    'buildkit:NoWget',
    'trivy:DS-0010',
    'checkov:CKV2_DOCKER_1',
    'kics:aaaa-bbbb',
    'semgrep:no-wget',
  ],
};

export const stageUser: TestPolicy = {
  id: 'test/user',
  on: 'stage',
  where: { final: true },
  require: { user: { exists: true, root: false } },
  at: 'user',
  message: 'no root',
  aliases: ['hadolint:DL3002', 'trivy:DS-0002'],
};

export const serviceRestart: TestPolicy = {
  id: 'test/restart',
  on: 'service',
  require: { restart: { exists: true } },
  at: 'restart',
  message: '{{ name }} is not restarted',
  aliases: ['dclint:restart'],
};

export const noVersion: TestPolicy = {
  id: 'test/version',
  on: 'compose-file',
  forbid: { version: { exists: true } },
  at: 'version',
  message: 'version is obsolete',
};
