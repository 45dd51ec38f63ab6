import { hash } from 'node:crypto';
import { sourceText } from '@dockwarden-internal/syntax';
import { finding, placeOf, reportOf, sampleReport } from '../test-support/sample-report.ts';
import type { PageData } from './page-data.ts';
import { renderHtml } from './render-html.ts';
import { noDetails, type ReportDetails } from './report-details.ts';

const context = { version: '1.2.3', pathOf: (path: string) => path };

function dataOf(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!);
}

test('allows exactly the script and the style that it holds, and nothing from elsewhere', () => {
  const html = renderHtml(sampleReport(), noDetails, context);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!;
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)];
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)];
  expect([scripts.length, styles.length]).toEqual([1, 1]);
  const digest = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;
  expect(policy).toBe(
    `default-src 'none'; script-src ${digest(scripts[0]![1]!)}; style-src ${digest(styles[0]![1]!)}; base-uri 'none'; form-action 'none'`,
  );
  expect(html).not.toMatch(/\s(?:src|on\w+)=/i);
});

test('no data ends its element, and it comes back as it was', () => {
  const evil = '</script><!--<script>]]>&amp;\u2028';
  const source = sourceText(evil, `RUN ${evil}\n`);
  const html = renderHtml(
    reportOf([finding(placeOf(source, 'RUN'), { message: evil, projects: [evil] })]),
    noDetails,
    context,
  );
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  const data = dataOf(html);
  expect(data.projects).toEqual([evil]);
  expect(data.files[0]?.path).toBe(evil);
});

test('the data of the sample: masked, numbered, with fixes, reasons and problems', () => {
  const html = renderHtml(sampleReport(), noDetails, context);
  expect(html).not.toContain('s3cr3t-value');
  const data = dataOf(html);
  expect(data.summary).toEqual({ files: 12, error: 3, warning: 2, info: 2, suppressed: 1 });
  expect(data.projects).toEqual(['api']);
  expect(data.files.map(({ path, projects }) => [path, projects])).toEqual([['apps/api/Dockerfile', [0]]]);
  const lean = data.findings.find(({ policy }) => data.policies[policy]?.id === 'packages/apt-lean/recommends')!;
  expect(lean).toMatchObject({
    severity: 'warning',
    line: 8,
    column: 23,
    marks: [[8, 22, 49]],
    fix: { safety: 'safe' },
  });
  expect(lean.fix?.diff).toContain('\n+RUN apt-get update && apt-get install --no-install-recommends -y curl git');
  expect(data.findings.at(-1)).toMatchObject({ suppressed: { kind: 'baseline', reason: 'in the baseline' } });
  const nonRoot = data.policies.find(({ id }) => id === 'image/non-root');
  expect(nonRoot).toMatchObject({
    title: 'Final stages run as a non-root user',
    docs: 'https://example.com/policies/image/non-root',
  });
  expect(data.problems.map(({ where }) => where)).toEqual(['dockwarden.yaml:2:11', 'apps/web/Dockerfile']);
});

test('clean projects, graphs and images come from the details', () => {
  const source = sourceText('apps/web/Dockerfile', 'FROM nginx\n');
  const details: ReportDetails = {
    projects: [{ name: 'web', files: ['apps/web/Dockerfile'] }],
    graphs: [{ source, nodes: [{ kind: 'stage', label: 'stage 0', role: 'final' }], edges: [] }],
    images: [
      {
        name: 'web',
        size: 3_000_000,
        change: -1_000_000,
        layers: [{ size: 1_000_000 }, { size: 2_000_000, createdBy: 'COPY . .' }, { size: 0 }],
      },
    ],
  };
  const { projects, files, graphs, images } = dataOf(renderHtml(reportOf([]), details, context));
  expect([projects, files]).toEqual([['web'], [{ path: 'apps/web/Dockerfile', projects: [0], lines: [] }]]);
  expect(graphs).toMatchObject([{ file: 0, nodes: [{ label: 'stage 0' }] }]);
  expect(images).toEqual([
    {
      name: 'web',
      size: '3 MB',
      change: '-1 MB',
      layers: [
        { size: '2 MB', share: 0.667, createdBy: 'COPY . .' },
        { size: '1 MB', share: 0.333, createdBy: 'nothing tells what made it' },
      ],
    },
  ]);
});

test('an address that is none of the web is no link', () => {
  const source = sourceText('Dockerfile', 'RUN x\n');
  const report = reportOf([finding(placeOf(source, 'RUN'), { docs: 'javascript:alert(1)' })]);
  expect(dataOf(renderHtml(report, noDetails, context)).policies[0]?.docs).toBe('');
});

test('the same findings make the same file', () => {
  expect(renderHtml(sampleReport(), noDetails, context)).toBe(renderHtml(sampleReport(), noDetails, context));
});
