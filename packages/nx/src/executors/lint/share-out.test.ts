import { describe, expect, test } from '@jest/globals';
import { finding, reportOf, task } from '../../testing/fake-linter.ts';
import { shareOut } from './share-out.ts';

const api = task('api');
const web = task('web', { files: ['apps/web/Dockerfile', 'compose.yaml'] });
const root = { ...task('shop'), root: '.', options: { files: ['tools/Dockerfile'] } };

const takers = (path: string, projects: readonly string[] = [], tasks = [api, web]) =>
  [...shareOut(reportOf([finding(path, 'error', { projects })]), tasks, (shown) => shown)]
    .filter(([, report]) => report.findings.length > 0)
    .map(([id]) => id.replace(':docker-lint', ''));

describe('shareOut', () => {
  test.each<[string, string, string[], string[]]>([
    ['a file of one task', 'apps/api/Dockerfile', [], ['api']],
    ['a file that a task names outside of its project', 'compose.yaml', ['api'], ['web']],
    ['a file of no task: the projects that the finding names', '.dockerignore', ['api', 'web'], ['api', 'web']],
    ['a file of no task below a project', 'apps/web/docker/.dockerignore', [], ['web']],
    ['a file of nobody', 'dockwarden.waivers.yaml', [], ['api', 'web']],
  ])('%s', (_, path, projects, expected) => {
    expect(takers(path, projects)).toEqual(expected);
  });

  test('the root project takes what lies in no other', () => {
    expect(takers('dockwarden.waivers.yaml', [], [api, root])).toEqual(['shop']);
    expect(takers('apps/api/.dockerignore', [], [api, root])).toEqual(['api']);
  });

  test('counts the files that were looked at: none under a broken configuration', () => {
    const files = (looked: Parameters<typeof shareOut>[4]) =>
      shareOut(reportOf([]), [api, web], (shown) => shown, [], looked).get(web.id)?.summary.files;
    expect(files(new Map([[web, ['compose.yaml']]]))).toBe(1);
    expect(files(new Map())).toBe(0);
  });

  test('counts are of the share, without what is suppressed', () => {
    const findings = [
      finding('apps/api/Dockerfile', 'warning'),
      finding('apps/api/Dockerfile', 'error', { suppressed: { kind: 'waiver', reason: 'agreed' } }),
      finding('compose.yaml', 'info'),
    ];
    const looked = new Map([
      [api, api.options.files!],
      [web, web.options.files!],
    ]);
    const shares = shareOut(reportOf(findings), [api, web], (shown) => shown, [], looked);
    expect(shares.get(api.id)?.summary).toEqual({ files: 1, error: 0, warning: 1, info: 0, suppressed: 1 });
    expect(shares.get(web.id)?.summary).toEqual({ files: 2, error: 0, warning: 0, info: 1, suppressed: 0 });
  });
});
