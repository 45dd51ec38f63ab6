import { sourceText } from '@dockwarden-internal/syntax';
import { experimentalChecks } from './buildkit-suppression.ts';
import { directiveSuppressions, suppressionsIn } from './suppression.ts';

function read(comment: string, before = 'FROM scratch\n') {
  const source = sourceText('Dockerfile', `${before}${comment}\n`);
  const span = { start: before.length, end: before.length + comment.length };
  return suppressionsIn({ source, span }).map((found) => {
    for (const { id, span } of found.ids) expect(source.text.slice(span.start, span.end)).toBe(id);
    return { ...found, ids: found.ids.map(({ id }) => id) };
  });
}

describe('suppressions of our own', () => {
  test('ids, date, owner and reason', () => {
    expect(
      read(
        '# dockwarden-ignore image/non-root, hadolint:DL3008 until=2027-02-28 owner=@acme/pay -- port 443 -- for now',
      ),
    ).toEqual([
      {
        tool: 'dockwarden',
        ids: ['image/non-root', 'hadolint:DL3008'],
        everything: false,
        scope: 'next',
        until: '2027-02-28',
        owner: '@acme/pay',
        reason: 'port 443 -- for now',
      },
    ]);
  });

  test('a file, and no reason', () => {
    expect(read('# dockwarden-ignore-file image/non-root')).toMatchObject([
      { scope: 'file', ids: ['image/non-root'], reason: undefined, until: undefined, owner: undefined },
    ]);
  });

  test('without ids nothing is meant, not everything', () => {
    expect(read('# dockwarden-ignore -- all of it')).toMatchObject([{ ids: [], everything: false }]);
  });

  test('a word that only begins alike is no suppression', () => {
    expect(read('# dockwarden-ignored image/non-root')).toEqual([]);
    expect(read('# see dockwarden-ignore image/non-root')).toEqual([]);
  });
});

describe('hadolint', () => {
  test.each([
    ['# hadolint ignore=DL3002,SC1091', 'instruction', ['DL3002', 'SC1091'], undefined],
    ['#hadolint  global  ignore = DL3002 , DL3003 ', 'file', ['DL3002', 'DL3003'], undefined],
    ['# hadolint stage ignore=DL3002', 'stage', ['DL3002'], undefined],
    ['# hadolint ignore=DL3006  # our mirror pins it', 'instruction', ['DL3006'], 'our mirror pins it'],
  ])('%s', (comment, scope, ids, reason) => {
    expect(read(comment)).toEqual([{ tool: 'hadolint', ids, everything: false, scope, reason }]);
  });

  test('text behind the list makes hadolint read nothing', () => {
    expect(read('# hadolint ignore=DL3006 because')).toEqual([]);
    expect(read('# hadolint shell=bash')).toEqual([]);
    expect(read('# hadolint ignore=')).toEqual([]);
  });
});

describe('BuildKit', () => {
  test('a comment above an instruction', () => {
    expect(read('# check=skip=JSONArgsRecommended,StageNameCasing;error=true // signals do not matter')).toEqual([
      {
        tool: 'buildkit',
        ids: ['JSONArgsRecommended', 'StageNameCasing'],
        everything: false,
        scope: 'instruction',
        reason: 'signals do not matter',
      },
    ]);
  });

  test('all, and behind another option', () => {
    expect(read('#check=error=true;skip=all')).toMatchObject([{ ids: [], everything: true }]);
    expect(read('# check=error=true;skip=FromAsCasing')).toMatchObject([{ ids: ['FromAsCasing'] }]);
  });

  test('a directive holds for the file', () => {
    const source = sourceText('Dockerfile', '# check=skip=FromAsCasing\nFROM a\n');
    expect(directiveSuppressions({ source, span: { start: 0, end: 25 } })).toMatchObject([
      { tool: 'buildkit', scope: 'file', ids: [{ id: 'FromAsCasing', span: { start: 13, end: 25 } }] },
    ]);
  });

  test.each([
    ['experimental=InvalidDefinitionDescription', ['InvalidDefinitionDescription']],
    ['skip=all;experimental= A , B;error=true', ['A', 'B']],
    ['experimental=all', ['all']],
    ['skip=experimental', []],
    ['experimental=', []],
    [undefined, []],
  ])('experimental checks of %s', (value, expected) => expect(experimentalChecks(value)).toEqual(expected));

  test('other options suppress nothing', () => {
    expect(read('# check=error=true;experimental=all')).toEqual([]);
    expect(read('# to skip this check=no')).toEqual([]);
  });
});

describe('the other tools', () => {
  test('Checkov skips for the file', () => {
    expect(read('#checkov:skip=CKV_DOCKER_3: runs as root on purpose')).toEqual([
      { tool: 'checkov', ids: ['CKV_DOCKER_3'], everything: false, scope: 'file', reason: 'runs as root on purpose' },
    ]);
    expect(read('# checkov:skip=CKV_DOCKER_2')).toMatchObject([{ ids: ['CKV_DOCKER_2'], reason: undefined }]);
  });

  test('Trivy: several on one line, each with its own date', () => {
    expect(read('# trivy:ignore:DS-0002:exp:2027-01-31 trivy:ignore:DS026 no probe in a job')).toEqual([
      { tool: 'trivy', ids: ['DS-0002'], everything: false, scope: 'next', until: '2027-01-31', reason: undefined },
      {
        tool: 'trivy',
        ids: ['DS026'],
        everything: false,
        scope: 'next',
        until: undefined,
        reason: 'no probe in a job',
      },
    ]);
    expect(read('#trivy:ignore:*')).toMatchObject([{ ids: [], everything: true }]);
  });

  test('one line for hadolint and Trivy', () => {
    expect(read('# hadolint ignore=DL3002 trivy:ignore:DS-0002').map(({ tool, ids }) => [tool, ids])).toEqual([
      ['hadolint', ['DL3002']],
      ['trivy', ['DS-0002']],
    ]);
  });

  test.each([
    ['# kics-scan ignore', 'file', [], true, undefined],
    [
      '# kics-scan ignore-line - USER is set by the entrypoint',
      'instruction',
      [],
      true,
      'USER is set by the entrypoint',
    ],
    ['# kics-scan ignore-block: one-shot job', 'next', [], true, 'one-shot job'],
    ['# kics-scan disable=fd54f200-402c, 965a08d7', 'file', ['fd54f200-402c', '965a08d7'], false, undefined],
  ])('%s', (comment, scope, ids, everything, reason) => {
    expect(read(comment)).toEqual([{ tool: 'kics', ids, everything, scope, reason }]);
  });

  test('a list is needed to disable', () => {
    expect(read('# kics-scan disable')).toEqual([]);
  });

  test.each([
    ['# dclint disable-file', 'file', [], true],
    ['# dclint disable', 'file', [], true],
    ['# dclint disable no-version-field service-keys-order', 'file', ['no-version-field', 'service-keys-order'], false],
    ['# dclint disable-line require-quotes-in-ports', 'line', ['require-quotes-in-ports'], false],
    ['# dclint disable-next-line', 'instruction', [], true],
  ])('%s', (comment, scope, ids, everything) => {
    expect(read(comment, 'services: ')).toEqual([{ tool: 'dclint', ids, everything, scope, reason: undefined }]);
  });

  test('dclint with a reason', () => {
    expect(read('# dclint disable-line ports -- legacy client')).toMatchObject([
      { ids: ['ports'], reason: 'legacy client' },
    ]);
  });

  test.each([
    ['# nosemgrep', [], true, undefined],
    ['# nosem: missing-user', ['missing-user'], false, undefined],
    [
      '# nosemgrep: dockerfile.security.missing-user.missing-user, last-user-is-root -- a tool',
      ['dockerfile.security.missing-user.missing-user', 'last-user-is-root'],
      false,
      'a tool',
    ],
  ])('%s', (comment, ids, everything, reason) => {
    expect(read(comment)).toEqual([{ tool: 'semgrep', ids, everything, scope: 'instruction', reason }]);
  });

  test('a word that only begins like Semgrep’s, or stands behind others', () => {
    expect(read('# nosemgreps')).toEqual([]);
    expect(read('# see nosemgrep: missing-user')).toEqual([]);
  });

  test('plain remarks', () => {
    expect(read('# never skip or disable or ignore this')).toEqual([]);
  });
});
