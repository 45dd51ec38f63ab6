import { type Span, sourceText } from '@dockwarden-internal/syntax';
import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import { masksOf, masksOfPlaces } from './masks.ts';
import { finding, placeOf, reportOf } from './test-support/sample-report.ts';

const source = sourceText(
  'compose.yaml',
  'image: postgres\nenv:\n  PASSWORD: postgres\n  TOKEN: "hunter2"\n  PIN: 17\n',
);
const masked = [placeOf(source, 'postgres', 2), placeOf(source, '"hunter2"'), placeOf(source, '17')];
const image = finding(placeOf(source, 'postgres'), { masked });
const password = finding(placeOf(source, 'PASSWORD: postgres'), { masked });
const masks = masksOf(reportOf([image, password]));

test('hides a value in every text about its file, with and without its quotes', () => {
  expect(masks.hide('TOKEN is hunter2, or "hunter2"', source.text)).toBe('TOKEN is •••, or •••');
});

test('leaves a value readable that stands in the open too, but not for findings that touch it', () => {
  expect(masks.hideFor(image, 'postgres has no tag')).toBe('postgres has no tag');
  expect(masks.hideFor(password, 'PASSWORD is postgres')).toBe('PASSWORD is •••');
  expect(masks.hideAll('image: postgres', source.text)).toBe('image: •••');
});

test('leaves the words of the policy, and hides what comes from the file', () => {
  const text = 'ARG DB_PASSWORD=secret\nARG PIN=x-17-y\n';
  const file = sourceText('Dockerfile', text);
  const secrets = [placeOf(file, 'secret'), placeOf(file, 'x-17-y')];
  const said = (message: string, values?: Span[]) =>
    finding(placeOf(file, 'DB_PASSWORD=secret'), { masked: secrets, message, ...(values && { values }) });
  const { messageOf } = masksOf(reportOf([said('')]));
  expect(messageOf(said('mount it as a secret', []))).toBe('mount it as a secret');
  expect(messageOf(said('secret: mount it as a secret', [{ start: 0, end: 6 }]))).toBe('•••: mount it as a secret');
  expect(messageOf(said('17 is x-17-y', [{ start: 0, end: 2 }]))).toBe('17 is x-17-y');
  expect(messageOf(said('x-17-y', [{ start: 2, end: 4 }]))).toBe('•••');
  expect(messageOf(said('a secret'))).toBe('a •••');
});

test('hides a short value only where it is a word', () => {
  expect(masks.hide('17 of 170 a17 (17)', source.text)).toBe('••• of 170 a17 (•••)');
});

test('knows files by their text, and keeps the stretches of one version off another', () => {
  expect(masks.spansIn(source.text)).toHaveLength(3);
  expect(masks.spansIn(`${source.text} `)).toEqual([]);
  expect(masks.hide('hunter2', 'another file')).toBe('hunter2');
});

test('hides the lines of a value of several', () => {
  const key = sourceText('k', 'KEY: |\n  -----BEGIN KEY-----\n  MIIEvgIBADAN\n');
  const whole = { source: key, span: { start: 9, end: key.text.length } };
  const { hide } = masksOf(reportOf([finding(whole, { masked: [whole] })]));
  expect(hide('holds -----BEGIN KEY----- MIIEvgIBADAN', key.text)).toBe('holds •••');
  expect(hide('holds MIIEvgIBADAN', key.text)).toBe('holds •••');
});

test('leaves words alone that merely hold a value, unless the file glues it to a word too', () => {
  const text = 'PASSWORD=test\nNUMBER=1234\nKEY=ab12cd\nmysql -proot\n';
  const file = sourceText('Dockerfile', text);
  const secrets = ['test', '1234', 'ab12cd', 'root'].map((secret) => placeOf(file, secret));
  const { hide } = masksOfPlaces(secrets);
  expect(hide('testing a test: "test" latest test_a', text)).toBe('testing a •••: "•••" latest test_a');
  expect(hide('1234 of 91234', text)).toBe('••• of 91234');
  expect(hide('xab12cdx', text)).toBe('x•••x');
  expect(hide('mysql -proot', text)).toBe('mysql -p•••');
});

test('hides what overlaps as one, and a longer value before one that it begins with', () => {
  const text = 'A=ab12c B=2cd34 C=ab12c-long D=ab';
  const file = sourceText('Dockerfile', text);
  const secrets = ['ab12c', '2cd34', 'ab12c-long'].map((secret) => placeOf(file, secret));
  const { hide } = masksOfPlaces([...secrets, placeOf(file, 'ab', 3)]);
  expect(hide('ab12cd34, ab12c-long, ab12c-, ab', text)).toBe('•••, •••, •••-, •••');
});

test('hides at several places what any of them touches', () => {
  expect(masks.hideAt([masked[0]!], 'postgres and hunter2')).toBe('••• and •••');
  expect(masks.hideAt([masked[1]!], 'postgres and hunter2')).toBe('postgres and •••');
  expect(masks.hideAt([], 'hunter2')).toBe('hunter2');
});

test('a file with thousands of secrets and findings takes no longer than it is long', async () => {
  expect(await growth(3000, hideMany)).toBeLessThan(MOST_GROWTH);
});

function hideMany(length: number): void {
  const lines = Array.from({ length }, (_, number) => `PASSWORD_${number}: hunter-${number}-${number}\n`);
  const many = sourceText('compose.yaml', lines.join(''));
  let at = 0;
  const all = lines.map((line) => {
    const start = at + line.indexOf(':') + 2;
    at += line.length;
    return { source: many, span: { start, end: at - 1 } };
  });
  const findings = all.map((place) => finding(place, { masked: all }));
  const { hideFor } = masksOf(reportOf(findings));
  expect(hideFor(findings[7]!, 'hunter-7-7')).toBe('•••');
  for (const each of findings) hideFor(each, 'a message that says nothing of it');
}
