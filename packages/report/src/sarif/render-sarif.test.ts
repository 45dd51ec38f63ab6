import { readFileSync } from 'node:fs';
import { sourceText } from '@dockwarden-internal/syntax';
import Ajv from 'ajv';
import fc from 'fast-check';
import { finding, placeOf, policy, reportOf, sampleReport } from '../test-support/sample-report.ts';
import { renderSarif } from './render-sarif.ts';
import type { SarifLog, SarifRun } from './sarif-log.ts';

const context = { version: '1.2.3', pathOf: (path: string) => path };
const schemaFile = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// The schema is of draft 4; nothing in it but the names of its id and dialect means another thing in draft 7.
const { $schema: _dialect, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
const formats = {
  uri: URL.canParse,
  'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
  'date-time': true,
} as const;
const validate = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);

function runOf(text: string): SarifRun {
  const log = JSON.parse(text) as SarifLog;
  expect(validate(log) || validate.errors).toBe(true);
  return log.runs[0]!;
}

const source = sourceText('a b/Dockerfile', 'FROM debian:12\nENV TOKEN hunter2\n');

test('is valid by the SARIF 2.1.0 schema, and the schema can tell', () => {
  const run = runOf(renderSarif(sampleReport(), { ...context, root: '/home/me/my shop' }));
  expect(run.results).toHaveLength(8);
  expect(validate({ version: '2.1.0', runs: [{ ...run, columnKind: 'bytes' }] })).toBe(false);
});

test('names rules with their reason, level and what code scanning asks for', () => {
  const report = reportOf(
    [finding(placeOf(source, 'FROM'), { id: 'syntax/unknown-instruction', policy: 'syntax/unknown-instruction' })],
    {
      policies: [
        policy('image/non-root', {
          title: 'Final stages run as a non-root user',
          category: 'security',
          severity: 'error',
          why: 'Root is root.\n',
          docs: 'https://example.com/non-root',
          aliases: ['hadolint:DL3002'],
          tags: ['external/cwe/cwe-250'],
        }),
      ],
    },
  );
  expect(runOf(renderSarif(report, context)).tool.driver).toEqual({
    name: 'dockwarden',
    version: '1.2.3',
    semanticVersion: '1.2.3',
    rules: [
      {
        id: 'image/non-root',
        shortDescription: { text: 'Final stages run as a non-root user' },
        fullDescription: { text: 'Root is root.' },
        help: {
          text: 'Root is root.\n\nElsewhere: hadolint:DL3002\n\nhttps://example.com/non-root',
          markdown:
            '# Final stages run as a non-root user\n\nRoot is root.\n\nElsewhere: hadolint:DL3002\n\n[More about it](https://example.com/non-root)',
        },
        helpUri: 'https://example.com/non-root',
        defaultConfiguration: { level: 'error' },
        properties: {
          tags: ['security', 'external/cwe/cwe-250'],
          precision: 'high',
          'problem.severity': 'error',
          'security-severity': '8.0',
          policy: 'image/non-root',
          aliases: ['hadolint:DL3002'],
        },
      },
      {
        id: 'syntax/unknown-instruction',
        shortDescription: { text: 'syntax/unknown-instruction' },
        defaultConfiguration: { level: 'warning' },
        properties: {
          tags: ['size'],
          precision: 'high',
          'problem.severity': 'warning',
          policy: 'syntax/unknown-instruction',
          aliases: [],
        },
      },
    ],
  });
});

test('places a result, links its related places, carries its fix and its fingerprint', () => {
  const report = reportOf([
    finding(placeOf(source, 'ENV TOKEN'), {
      severity: 'info',
      message: 'old form',
      projects: ['api'],
      related: [
        { place: placeOf(source, 'FROM'), message: 'in [this] stage' },
        { place: placeOf(source, 'debian'), message: '' },
      ],
      fix: { safety: 'unsafe', edits: [{ source, edit: { span: { start: 15, end: 18 }, text: 'ARG' } }] },
    }),
  ]);
  const artifactLocation = { uri: 'a%20b/Dockerfile', uriBaseId: '%SRCROOT%' };
  const region = (startLine: number, startColumn: number, endColumn: number) => ({
    startLine,
    startColumn,
    endLine: startLine,
    endColumn,
  });
  expect(runOf(renderSarif(report, context)).results).toEqual([
    {
      ruleId: 'area/name',
      ruleIndex: 0,
      level: 'note',
      message: { text: 'old form [in \\[this\\] stage](1) [line 1](2)' },
      locations: [{ physicalLocation: { artifactLocation, region: region(2, 1, 10) } }],
      relatedLocations: [
        {
          id: 1,
          physicalLocation: { artifactLocation, region: region(1, 1, 5) },
          message: { text: 'in [this] stage' },
        },
        { id: 2, physicalLocation: { artifactLocation, region: region(1, 6, 12) } },
      ],
      partialFingerprints: { 'dockwarden/v1': 'f1' },
      suppressions: [],
      fixes: [
        {
          description: { text: 'Mends it; the build may behave otherwise' },
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: region(2, 1, 4), insertedContent: { text: 'ARG' } }] },
          ],
        },
      ],
      properties: { certain: true, projects: ['api'], aliases: [], also: [] },
    },
  ]);
});

test('tells suppressions apart, and what the baseline already holds', () => {
  const place = placeOf(source, 'FROM');
  const report = reportOf([
    finding(place),
    finding(place, { suppressed: { kind: 'inline', reason: 'a' } }),
    finding(place, { suppressed: { kind: 'waiver', reason: 'b' } }),
    finding(place, { suppressed: { kind: 'baseline', reason: 'c' } }),
  ]);
  const { results } = runOf(renderSarif(report, context));
  expect(
    results.map(({ suppressions, baselineState }) => [
      baselineState,
      ...suppressions.map((one) => [one.kind, one.justification]),
    ]),
  ).toEqual([['new'], ['new', ['inSource', 'a']], ['new', ['external', 'b']], ['unchanged', ['external', 'c']]]);
  const without = runOf(renderSarif(reportOf(report.findings.slice(0, 3)), context));
  expect(without.results.every((result) => result.baselineState === undefined)).toBe(true);
});

test('reports diagnostics as notifications, those of the configuration apart', () => {
  const [invocation] = runOf(renderSarif(sampleReport(), context)).invocations;
  expect(invocation).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        descriptor: { id: 'file/unreadable' },
        level: 'error',
        message: {
          text: 'The file cannot be read: permission denied.\nGive yourself read access to it, or exclude it in dockwarden.yaml.',
        },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'apps/web/Dockerfile', uriBaseId: '%SRCROOT%' } } }],
      },
    ],
    toolConfigurationNotifications: [
      expect.objectContaining({ descriptor: { id: 'config/unknown-pack' }, locations: [expect.anything()] }),
    ],
  });
  expect(runOf(renderSarif(reportOf([]), context)).invocations[0]?.executionSuccessful).toBe(true);
});

test('is the same on every machine unless the root is asked for; what lies outside of it is absolute', () => {
  const report = reportOf([finding(placeOf(source, 'FROM'))]);
  const outside = { ...context, pathOf: () => '/else where/Dockerfile' };
  expect(runOf(renderSarif(report, context)).originalUriBaseIds).toEqual({
    '%SRCROOT%': { description: { text: 'The folder that Dockwarden ran in.' } },
  });
  expect(runOf(renderSarif(report, { ...context, root: 'C:/my shop' })).originalUriBaseIds['%SRCROOT%']?.uri).toBe(
    'file:///C:/my%20shop/',
  );
  expect(runOf(renderSarif(report, outside)).results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
    uri: 'file:///else%20where/Dockerfile',
  });
});

test('masks secrets, and withholds a fix whose text would show one', () => {
  const masked = [placeOf(source, 'hunter2')];
  const fix = {
    safety: 'safe' as const,
    edits: [{ source, edit: { span: { start: 15, end: 32 }, text: 'ENV TOKEN=hunter2' } }],
  };
  const text = renderSarif(
    reportOf([finding(placeOf(source, 'ENV TOKEN hunter2'), { message: 'hunter2!', masked, fix })]),
    context,
  );
  expect(text).not.toContain('hunter2');
  expect(runOf(text).results[0]).toMatchObject({ message: { text: '•••!' } });
});

test('is valid whatever text, path and place it is given', () => {
  const anyText = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(anyText, anyText, fc.integer(), fc.integer(), (path, text, start, end) => {
      const place = { source: sourceText(path, text), span: { start, end } };
      runOf(renderSarif(reportOf([finding(place, { message: text, related: [{ place, message: text }] })]), context));
    }),
  );
});
