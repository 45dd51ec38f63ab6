import { editConfig } from './edit-config.ts';

const nothing = { extends: [], policies: [], overrides: [] };

test('a new configuration', () => {
  expect(
    editConfig(undefined, {
      extends: ['dockwarden:peers/hadolint'],
      policies: [
        { id: 'packages/pinned/apt', setting: 'off', comment: 'hadolint: DL3008' },
        { id: 'supply-chain/trusted-registries', setting: { severity: 'error', params: { registries: ['ghcr.io'] } } },
      ],
      overrides: [{ files: ['apps/api/**'], policies: [{ id: 'image/non-root', setting: 'off' }] }],
    }),
  ).toBe(`dockwarden: config/v1
extends: [dockwarden:peers/hadolint]
policies:
  packages/pinned/apt: off # hadolint: DL3008
  supply-chain/trusted-registries: { severity: error, params: { registries: [ghcr.io] } }
overrides:
  - files: [apps/api/**]
    policies:
      image/non-root: off
`);
});

test('comments, order and the manner of writing of one that is there are kept', () => {
  const there = `# house rules
dockwarden: config/v1
policies:
  # why
  image/non-root: error # really
  labels/required: {severity: info, params: {required: [ a, b ]}}

extends:
- dockwarden:recommended
overrides:
- files: [ legacy/** ]
  policies: {image/non-root: off}
`;
  expect(
    editConfig(there, {
      extends: ['dockwarden:style'],
      policies: [
        { id: 'labels/required', setting: { params: { required: ['c'] } } },
        { id: 'image/tagged', setting: 'info' },
      ],
      overrides: [{ files: ['apps/**'], policies: [{ id: 'image/tagged', setting: 'off' }] }],
    }),
  ).toBe(`# house rules
dockwarden: config/v1
policies:
  # why
  image/non-root: error # really
  labels/required: {severity: info, params: {required: [ c ]}}
  image/tagged: info

extends:
- dockwarden:recommended
- dockwarden:style
overrides:
- files: [ apps/** ]
  policies:
    image/tagged: off
- files: [ legacy/** ]
  policies: {image/non-root: off}
`);
});

test('a map in braces takes no comments', () => {
  const policies = [{ id: 'image/tagged', setting: 'off', comment: 'why' }];
  expect(editConfig('dockwarden: config/v1\npolicies: { image/non-root: error }\n', { ...nothing, policies })).toBe(
    'dockwarden: config/v1\npolicies: { image/non-root: error, image/tagged: off }\n',
  );
});

test.each(['[]', 'policies: [', 'policies: []\n', 'policies: x\n', '- a\n'])('%j cannot be edited', (text) => {
  expect(editConfig(text, { ...nothing, policies: [{ id: 'image/tagged', setting: 'off' }] })).toBeUndefined();
});

test('another severity keeps the parameters that are there', () => {
  const there = 'dockwarden: config/v1\npolicies:\n  labels/required: { severity: info, params: { required: [a] } }\n';
  const severer = [{ id: 'labels/required', setting: 'error' }];
  expect(editConfig(there, { ...nothing, policies: severer })).toBe(there.replace('info', 'error'));
  const off = [{ id: 'labels/required', setting: 'off' }];
  expect(editConfig(there, { ...nothing, policies: off })).toBe(
    'dockwarden: config/v1\npolicies:\n  labels/required: off\n',
  );
});
