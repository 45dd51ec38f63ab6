import { inOrder } from './in-order.ts';
import { summarize } from './summarize.ts';
import { lintFiles, type TestPolicy } from './testing/lint-files.ts';
import { noWget, serviceRestart } from './testing/policies.ts';
import { said } from './testing/said.ts';

const findings = lintFiles(
  {
    Dockerfile: 'FROM a\nRUN wget a\n# dockwarden-ignore test/wget\nRUN wget b\nRUN wget c && wget d\n',
    'compose.yaml': 'services:\n  a: { image: a }\n',
  },
  [{ ...noWget, severity: 'error' }, serviceRestart],
);

test('counts by severity, suppressed ones apart', () =>
  expect(summarize(2, findings, [], []).summary).toEqual({ files: 2, error: 3, warning: 1, info: 0, suppressed: 1 }));

test('sorts by file, place, id and message, whatever the order before', () => {
  const sorted = ['2 test/wget "wget a"', '4 test/wget "wget b" []', '5 test/wget "wget c"', '5 test/wget "wget d"'];
  expect(summarize(2, [...findings].reverse(), [], []).findings.map(said)).toEqual([...sorted, '2 test/restart "a"']);
  const [one] = findings;
  const ids = ['b', 'a'].flatMap((id) => ['n', 'm'].map((message) => ({ ...one!, id, message })));
  expect(inOrder(ids).map(({ id, message }) => id + message)).toEqual(['am', 'an', 'bm', 'bn']);
});

test('what fails no build counts apart, and hides nothing that does', () => {
  const soon: TestPolicy = { ...noWget, id: 'test/soon', severity: 'error', status: 'preview' };
  const found = (policies: readonly TestPolicy[]) => summarize(1, lintFiles('FROM a\nRUN wget a\n', policies), [], []);
  const { summary, findings } = found([soon]);
  expect(summary).toEqual({ files: 1, error: 0, warning: 0, info: 0, suppressed: 0, preview: 1 });
  expect(findings[0]).toMatchObject({ severity: 'info', message: 'no wget (preview: fails no build)' });
  expect(found([soon, noWget]).findings).toMatchObject([{ id: 'test/wget', severity: 'warning', also: ['test/soon'] }]);
});
