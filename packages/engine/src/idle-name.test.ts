import { whyIdle } from './idle-name.ts';

const ran = new Map([
  ['image/non-root', 'image/non-root'],
  ['hadolint:dl3002', 'hadolint:DL3002'],
]);
const isKnown = (name: string) => name === 'packages/apt-lean';

test.each([
  ['image/non-root', 'image/non-root is not reported here: this suppression can go'],
  ['packages/apt-lean', 'packages/apt-lean is off here: this suppression can go'],
  ['image/nonroot', 'no policy that ran is called image/nonroot: did you mean image/non-root?'],
  ['DL3002', 'no policy that ran is called DL3002: did you mean hadolint:DL3002?'],
  ['house/xyz', 'no policy that ran is called house/xyz'],
  ['syntax/no-from', 'syntax/no-from is not reported here: this suppression can go'],
  ['syntax/yaml-unclosed', 'syntax/yaml-unclosed is not reported here: this suppression can go'],
  ['waiver/expired', 'nothing silences waiver/expired: this suppression can go'],
  ['suppression/unused', 'nothing silences suppression/unused: this suppression can go'],
])('%s', (written, message) =>
  expect(whyIdle({ written, name: written.toLowerCase(), ran, names: { isKnown }, what: 'suppression' })).toBe(message),
);

test('of a waiver', () =>
  expect(whyIdle({ written: 'a/b', name: 'a/b', ran, what: 'waiver' })).toBe('no policy that ran here is called a/b'));

test('what was probably meant may be off', () => {
  const nearKnown = (name: string) => (name === 'health/presnt' ? 'health/present' : 'a/b');
  const said = (written: string) => whyIdle({ written, name: written, ran, names: { nearKnown }, what: 'suppression' });
  expect(said('health/presnt')).toBe('no policy that ran is called health/presnt: did you mean health/present?');
  expect(said('image/nonroot')).toBe('no policy that ran is called image/nonroot: did you mean image/non-root?');
});
