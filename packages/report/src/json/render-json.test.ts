import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceText } from '@dockwarden-internal/syntax';
import Ajv from 'ajv';
import fc from 'fast-check';
import { finding, placeOf, reportOf, sampleReport } from '../test-support/sample-report.ts';
import type { LintJson } from './lint-json.ts';
import { jsonPieces, renderJson } from './render-json.ts';

const context = { version: '1.2.3', pathOf: (path: string) => `ws/${path}` };

const schema: unknown = JSON.parse(readFileSync(join(__dirname, '../../schema/lint-report.schema.json'), 'utf8'));

/** The schema with every object closed, so that a property it does not describe is an error. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(closed(schema) as object);

test('writes the document of the contract', () => {
  const source = sourceText('Dockerfile', 'FROM debian:12\nRUN apt-get install curl\n');
  const report = reportOf([
    finding(placeOf(source, 'apt-get install curl'), {
      id: 'packages/apt-lean/recommends',
      policy: 'packages/apt-lean',
      message: 'apt-get install without --no-install-recommends',
      aliases: ['hadolint:DL3015'],
      docs: 'https://example.com/apt-lean',
      projects: ['api'],
      related: [{ place: placeOf(source, 'FROM'), message: 'the stage' }],
      fix: {
        safety: 'safe',
        edits: [{ source, edit: { span: { start: 34, end: 34 }, text: ' --no-install-recommends' } }],
      },
      suppressed: { kind: 'waiver', reason: 'vendor image' },
    }),
  ]);
  expect(JSON.parse(renderJson(report, context))).toEqual({
    version: 1,
    tool: { name: 'dockwarden', version: '1.2.3' },
    findings: [
      {
        id: 'packages/apt-lean/recommends',
        policy: 'packages/apt-lean',
        severity: 'warning',
        category: 'size',
        certain: true,
        message: 'apt-get install without --no-install-recommends',
        aliases: ['hadolint:DL3015'],
        also: [],
        docs: 'https://example.com/apt-lean',
        fingerprint: 'f1',
        file: 'ws/Dockerfile',
        range: { start: { line: 2, column: 5 }, end: { line: 2, column: 25 } },
        projects: ['api'],
        related: [
          {
            file: 'ws/Dockerfile',
            range: { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } },
            message: 'the stage',
          },
        ],
        fix: {
          safety: 'safe',
          edits: [
            {
              file: 'ws/Dockerfile',
              range: { start: { line: 2, column: 20 }, end: { line: 2, column: 20 } },
              text: ' --no-install-recommends',
            },
          ],
        },
        suppressed: { kind: 'waiver', reason: 'vendor image' },
      },
    ],
    diagnostics: [],
    summary: { files: 1, error: 0, warning: 0, info: 0, suppressed: 1 },
  });
});

test('says of diagnostics where, what and what to do', () => {
  const { diagnostics } = JSON.parse(renderJson(sampleReport(), context)) as LintJson;
  expect(diagnostics).toEqual([
    {
      code: 'config/unknown-pack',
      file: 'ws/dockwarden.yaml',
      range: { start: { line: 2, column: 11 }, end: { line: 2, column: 32 } },
      message: 'extends names a pack that does not exist: dockwarden:recomended.',
      hint: 'Did you mean dockwarden:recommended?',
    },
    {
      code: 'file/unreadable',
      file: 'ws/apps/web/Dockerfile',
      range: null,
      message: 'The file cannot be read: permission denied.',
      hint: 'Give yourself read access to it, or exclude it in dockwarden.yaml.',
    },
  ]);
});

test('masks secrets, and withholds a fix whose text would show one', () => {
  const source = sourceText('Dockerfile', 'FROM a\nENV TOKEN hunter2\n');
  const masked = [placeOf(source, 'hunter2')];
  const fix = (text: string) => ({
    safety: 'safe' as const,
    edits: [{ source, edit: { span: { start: 7, end: 24 }, text } }],
  });
  const report = reportOf([
    finding(placeOf(source, 'ENV TOKEN hunter2'), {
      message: 'hunter2 is plain',
      masked,
      fix: fix('ENV TOKEN=hunter2'),
    }),
    finding(placeOf(source, 'FROM a'), { masked, fix: fix('') }),
  ]);
  const text = renderJson(report, context);
  const { findings } = JSON.parse(text) as LintJson;
  expect(text).not.toContain('hunter2');
  expect(findings.map(({ message, fix }) => [message, fix?.edits.length])).toEqual([
    ['••• is plain', undefined],
    ['something is wrong', 1],
  ]);
});

test.each([0, 1, 200, 201, 450])('pieces of %d findings are one document, of a line for each', (count) => {
  const place = placeOf(sourceText('Dockerfile', 'FROM a\n'), 'FROM');
  const report = reportOf(Array.from({ length: count }, () => finding(place)));
  const pieces = [...jsonPieces(report, context)];
  const document = JSON.parse(pieces.join('')) as LintJson;
  expect(document.findings).toHaveLength(count);
  const lines = pieces.join('').split('\n');
  const own = lines.flatMap((line) => (line.startsWith('    ') ? (JSON.parse(line.replace(/,$/, '')) as object) : []));
  expect(own).toEqual(document.findings);
  expect(lines.slice(-4)).toEqual([
    '  "diagnostics": [],',
    `  "summary": ${JSON.stringify(document.summary)}`,
    '}',
    '',
  ]);
  expect(pieces.length).toBe(2 + Math.ceil(count / 200));
});

test('is described in full by the published schema', () => {
  expect(validate(JSON.parse(renderJson(sampleReport(), context))) || validate.errors).toBe(true);
  expect(validate({ ...JSON.parse(renderJson(sampleReport(), context)), surplus: 1 })).toBe(false);
});

test('is valid for places anywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), fc.integer(), (text, start, end) => {
      const place = { source: sourceText('f', text), span: { start, end } };
      const json = renderJson(reportOf([finding(place)]), context);
      expect(validate(JSON.parse(json)) || validate.errors).toBe(true);
    }),
  );
});
