import { expect, jest, test } from '@jest/globals';
import { logger } from '@nx/devkit';
import type { Linter } from '../../executors/lint/linter.ts';
import { finding, reportOf } from '../../testing/fake-linter.ts';
import { sayFindings } from './say-findings.ts';

test('the projects are linted as they are, and the report is printed', async () => {
  const asked: unknown[] = [];
  const linter = {
    lint: async (options: unknown) => {
      asked.push(options);
      return { report: reportOf([finding('apps/api/Dockerfile', 'error')]), root: '/ws', files: [], changed: [] };
    },
    render: async (format: string, { report }: { report: { findings: unknown[] } }) =>
      `${format}: ${report.findings.length} finding`,
  } as unknown as Linter;
  const info = jest.spyOn(logger, 'info').mockImplementation(() => undefined);
  await sayFindings(linter, '/ws', { projects: ['api'], graph: new Map() });
  expect(asked).toEqual([{ cwd: '/ws', projects: ['api'] }]);
  expect(info.mock.calls).toEqual([['\npretty: 1 finding']]);
  info.mockRestore();
});
