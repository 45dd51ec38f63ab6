import { sourceText } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { finding, placeOf, reportOf, sampleReport } from '../test-support/sample-report.ts';
import { type ParsedElement, parseXml } from '../test-support/strict-xml.ts';
import { renderJunit } from './render-junit.ts';

const pathOf = (path: string) => path;
const source = sourceText('a/Dockerfile', 'FROM debian:12\nENV TOKEN hunter2\n');

// What Jenkins' xUnit plugin lets through by its schema for JUnit, and refuses beyond.
const allowed: Record<string, { attributes: string[]; children: string[] }> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'file'],
    children: ['testcase'],
  },
  testcase: { attributes: ['name', 'time', 'classname'], children: ['skipped', 'error', 'failure'] },
  failure: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: ['type', 'message'], children: [] },
};

function strays({ name, attributes, children }: ParsedElement): string[] {
  const { attributes: known, children: inner } = allowed[name] ?? { attributes: [], children: [] };
  return [
    ...Object.keys(attributes).filter((key) => !known.includes(key)),
    ...children.filter((child) => !inner.includes(child.name)).map((child) => child.name),
    ...children.flatMap(strays),
  ];
}

function read(report: Parameters<typeof renderJunit>[0], files: readonly string[] = []): ParsedElement {
  const root = parseXml(renderJunit(report, { pathOf, files }));
  expect(strays(root)).toEqual([]);
  return root;
}

test('a suite for each file: what is found fails, what is suppressed is skipped, a clean file passes', () => {
  const report = reportOf([
    finding(placeOf(source, 'debian:12'), { severity: 'error', message: 'one' }),
    finding(placeOf(source, 'ENV'), { message: 'two' }),
    finding(placeOf(source, 'TOKEN'), { message: 'two' }),
    finding(placeOf(source, 'FROM'), { message: 'three', suppressed: { kind: 'inline', reason: 'vendor' } }),
  ]);
  const root = read(report, ['b/Dockerfile', 'a/Dockerfile']);
  expect(root.attributes).toMatchObject({ tests: '5', failures: '3', errors: '0' });
  const [dirty, clean] = root.children;
  expect(dirty?.attributes).toMatchObject({ name: 'a/Dockerfile', tests: '4', failures: '3', skipped: '1' });
  expect(dirty?.children.map(({ attributes }) => attributes['name'])).toEqual([
    'area/name: one',
    'area/name: two',
    'area/name: two (2)',
    'area/name: three',
  ]);
  expect(dirty?.children.map(({ children }) => children[0]?.attributes)).toEqual([
    { message: 'one', type: 'error' },
    { message: 'two', type: 'warning' },
    { message: 'two', type: 'warning' },
    { message: 'inline: vendor' },
  ]);
  expect(dirty?.children[0]?.children[0]?.text).toContain('     1 │ FROM debian:12\n       │      ^^^^^^^^^\n');
  expect(clean).toMatchObject({
    attributes: { name: 'b/Dockerfile', tests: '1', failures: '0' },
    children: [{ attributes: { name: 'nothing to report', classname: 'b/Dockerfile' }, children: [] }],
  });
});

test('what could not be looked at is an error, with what to do', () => {
  const root = read(sampleReport());
  expect(root.attributes).toMatchObject({ failures: '7', errors: '2' });
  const errors = root.children.flatMap(({ children }) => children).flatMap(({ children }) => children);
  expect(errors.find(({ attributes }) => attributes['type'] === 'file/unreadable')?.text).toContain(
    'Give yourself read access',
  );
});

test('masks secrets everywhere', () => {
  expect(renderJunit(sampleReport(), { pathOf, files: [] })).not.toContain('s3cr3t-value');
});

test('nothing looked at is a document all the same', () => {
  expect(read(reportOf([])).children).toEqual([]);
});

test('any words of a file make a document', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(units, units, (text, path) => {
      const place = { source: sourceText(path, text), span: { start: 0, end: text.length } };
      const suppressed = { kind: 'waiver' as const, reason: text };
      read(reportOf([finding(place, { message: text }), finding(place, { suppressed })]), [path]);
    }),
  );
});
