import { sourceText } from '@dockwarden-internal/syntax';
import { masksOf } from './masks.ts';
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

test('joins stretches that overlap and passes over empty ones', () => {
  const spans = [
    { start: 5, end: 9 },
    { start: 2, end: 6 },
    { start: 12, end: 12 },
  ].map((span) => ({ source, span }));
  expect(masksOf(reportOf([finding(spans[0]!, { masked: spans })])).spansIn(source.text)).toEqual([
    { start: 2, end: 9 },
  ]);
});

test('a file with thousands of secrets and findings takes no longer than it is long', () => {
  const lines = Array.from({ length: 3000 }, (_, number) => `PASSWORD_${number}: hunter-${number}-${number}\n`);
  const many = sourceText('compose.yaml', lines.join(''));
  let at = 0;
  const all = lines.map((line) => {
    const start = at + line.indexOf(':') + 2;
    at += line.length;
    return { source: many, span: { start, end: at - 1 } };
  });
  const findings = all.map((place) => finding(place, { masked: all }));
  const started = Date.now();
  const { hideFor } = masksOf(reportOf(findings));
  expect(hideFor(findings[7]!, 'hunter-7-7')).toBe('•••');
  for (const each of findings) hideFor(each, 'a message that says nothing of it');
  expect(Date.now() - started).toBeLessThan(4000);
});
