import { sourceText } from '@dockwarden-internal/syntax';
import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import { type LintFilesOptions, lintFiles } from '../testing/lint-files.ts';
import { noVersion, noWget, serviceRestart, stageUser } from '../testing/policies.ts';
import { said } from '../testing/said.ts';
import { codeOwners } from '../waivers/code-owners.ts';

const lint = (text: string, options?: LintFilesOptions) => lintFiles(text, [noWget, stageUser], options).map(said);

describe('what was meant to silence, and does not', () => {
  const only = (comment: string) => {
    const [found] = lintFiles(`FROM scratch\nUSER 1\n${comment}\nRUN wget a\n`, [noWget, stageUser]);
    return found!.id === 'suppression/unused' ? found!.message : undefined;
  };
  const unread = (word: string, hint: string) =>
    `${word} is no option of a suppression, so that this one is not in force: ${hint}`;
  test.each([
    ['untl=2020-01-01', 'did you mean until=?'],
    ['Until=2030-01-01', 'did you mean until=?'],
    ['until:2030-01-01', 'did you mean until=?'],
    ['2030-01-01', 'did you mean until=?'],
    ['ower=@a/b', 'did you mean owner=?'],
    ['because=x', 'its options are until= and owner='],
  ])('an option that is none, %s, and with it the comment', (word, hint) => {
    expect(only(`# dockwarden-ignore test/wget ${word} -- x`)).toBe(unread(word, hint));
    expect(lint(`FROM scratch\nUSER 1\n# dockwarden-ignore test/wget ${word}\nRUN wget a\n`)).toContain(
      '4 test/wget "wget a"',
    );
  });

  test('until without a date', () =>
    expect(lint('FROM scratch\nUSER 1\n# dockwarden-ignore test/wget until=\nRUN wget a\n')).toEqual([
      '3 suppression/expired "# dockwarden-ignore test/wget until="',
      '4 test/wget "wget a"',
    ]));

  test.each([
    '# dockwarden-ignore: test/wget',
    '# dockwarden ignore test/wget because',
    '# dockwarden:ignore test/wget',
    '# dockwarden-ignores test/wget',
    '# DOCKWARDEN-IGNORE test/wget',
    '# dockwarden-ignore-next-line test/wget',
    '#dockwarden-disable test/wget',
  ])('%s', (comment) =>
    expect(only(comment)).toBe('this is read as no suppression: write # dockwarden-ignore test/wget'),
  );

  test('for the file, and by alias', () => {
    expect(only('# dockwarden-disable-file hadolint:DL3004')).toBe(
      'this is read as no suppression: write # dockwarden-ignore-file hadolint:DL3004',
    );
  });

  test.each([
    '# dockwarden ignores apps/web',
    '# dockwarden-ignored findings are counted',
    '# see dockwarden-ignore test/wget',
    '# dockwarden test/wget is on',
    '# dockwarden ignore',
  ])('%s is prose', (comment) => expect(only(comment)).toBeUndefined());
});

describe('ours', () => {
  test('covers the next instruction, with its reason', () =>
    expect(
      lint('FROM scratch\nUSER 1\n# dockwarden-ignore test/wget -- the host has it\nRUN wget a\nRUN wget b\n'),
    ).toEqual(['4 test/wget "wget a" [the host has it]', '5 test/wget "wget b"']));

  test.each(['test/wget', 'hadolint:DL3004', 'HADOLINT:dl3004', 'buildkit:nowget', 'checkov:CKV2_DOCKER_1'])(
    'by policy or alias: %s',
    (id) =>
      expect(lint(`FROM scratch\nUSER 1\n# dockwarden-ignore ${id}\nRUN wget a\n`)).toEqual([
        '4 test/wget "wget a" []',
      ]),
  );

  test('between the lines of an instruction it is about that instruction', () =>
    expect(lint('FROM scratch\nUSER 1\nRUN wget a && \\\n# dockwarden-ignore test/wget\n  wget b\n')).toEqual([
      '3 test/wget "wget a" []',
      '5 test/wget "wget b" []',
    ]));

  test('above a FROM it covers the stage, wherever in it the words stand', () =>
    expect(
      lint('FROM a AS x\nRUN wget a\n# dockwarden-ignore test/wget test/user\nFROM b\nUSER root\nRUN wget b\n'),
    ).toEqual(['2 test/wget "wget a"', '5 test/user "root" []', '6 test/wget "wget b" []']));

  test('a comment on the subject counts as well as one at the words, which lie in another stage', () =>
    expect(lint('FROM a AS x\nUSER root\n# dockwarden-ignore test/user\nFROM x\nRUN a\n')).toEqual([
      '2 test/user "root" []',
    ]));

  test('for the file', () =>
    expect(lint('FROM scratch\nUSER 1\nRUN wget a\nRUN wget b\n# dockwarden-ignore-file test/wget -- so\n')).toEqual([
      '3 test/wget "wget a" [so]',
      '4 test/wget "wget b" [so]',
    ]));

  test.each([
    ['2026-02-28', '2026-02-27', ['4 test/wget "wget a" []']],
    ['2026-02-28', '2026-02-28', ['4 test/wget "wget a" []']],
    [
      '2026-02-28',
      '2026-03-01',
      ['3 suppression/expired "# dockwarden-ignore test/wget until=2026-02-28"', '4 test/wget "wget a"'],
    ],
    [
      'tomorrow',
      '2026-01-01',
      ['3 suppression/expired "# dockwarden-ignore test/wget until=tomorrow"', '4 test/wget "wget a"'],
    ],
    [
      '2026-02-31',
      '2026-01-01',
      ['3 suppression/expired "# dockwarden-ignore test/wget until=2026-02-31"', '4 test/wget "wget a"'],
    ],
  ])('until %s on %s', (until, today, expected) =>
    expect(lint(`FROM scratch\nUSER 1\n# dockwarden-ignore test/wget until=${until}\nRUN wget a\n`, { today })).toEqual(
      expected,
    ),
  );

  test('a locked policy, by its id or an alias, is not silenced, and the comment says so', () => {
    const text = 'FROM scratch\nUSER 1\n# dockwarden-ignore test/wget\nRUN wget a\n';
    for (const locked of ['test/wget', 'hadolint:DL3004']) {
      const findings = lintFiles(text, [noWget], { locked: [locked] });
      expect(findings.map(said)).toEqual(['3 suppression/unused "test/wget"', '4 test/wget "wget a"']);
      expect(findings[0]!.message).toBe('test/wget is locked by the configuration: no comment silences it');
    }
  });
});

describe('what silences nothing', () => {
  const unused = (comment: string) =>
    lintFiles(`FROM scratch\nUSER 1\n${comment}\nRUN a\n`, [noWget]).map(
      ({ severity, message }) => `${severity}: ${message}`,
    );

  test.each([
    ['# dockwarden-ignore test/wget', 'warning: test/wget is not reported here: this suppression can go'],
    ['# dockwarden-ignore test/wgett', 'warning: no policy that ran is called test/wgett: did you mean test/wget?'],
    [
      '# dockwarden-ignore Hadolint:DL3040',
      'warning: no policy that ran is called Hadolint:DL3040: did you mean hadolint:DL3004?',
    ],
    [
      '# dockwarden-ignore -- why',
      'warning: this suppression names no policy, so that it silences nothing: write the id of one',
    ],
  ])('%s', (comment, message) => expect(unused(comment)).toEqual([message]));

  test.each(['# hadolint ignore=DL3004', '# check=skip=NoWget', '# checkov:skip=CKV_DOCKER_99', '# kics-scan ignore'])(
    'a peer’s is read by the peer too, which may ask for more: %s',
    (comment) => expect(unused(comment)).toEqual([]),
  );

  test('of several ids each that silences something is used', () =>
    expect(lint('FROM scratch\nUSER 1\n# dockwarden-ignore test/wget hadolint:DL3004 test/user\nRUN wget a\n')).toEqual(
      ['3 suppression/unused "test/user"', '4 test/wget "wget a" []'],
    ));
});

describe('peers', () => {
  const silenced = (text: string) => lintFiles(text, [noWget]).filter((finding) => finding.suppressed).length;
  const above = (comment: string) => `FROM scratch\n${comment}\nRUN wget a\nRUN wget b\n`;

  test.each([
    ['# hadolint ignore=DL3004', 1],
    ['# hadolint ignore=DL3008,DL3004', 1],
    ['# hadolint global ignore=DL3004', 2],
    ['# check=skip=NoWget', 1],
    ['# checkov:skip=CKV2_DOCKER_1:reason', 2],
    ['# trivy:ignore:DS-0010', 1],
    ['# trivy:ignore:AVD-DS-0010', 1],
    ['# trivy:ignore:DS010', 1],
    ['# trivy:ignore:*', 1],
    ['# trivy:ignore:DS-0010:exp:2027-01-01', 1],
    ['# trivy:ignore:DS-0010:exp:2025-01-01', 0],
    ['# kics-scan ignore', 2],
    ['# kics-scan disable=aaaa-bbbb', 2],
    ['# kics-scan ignore-line', 1],
    ['# nosemgrep', 1],
    ['# nosemgrep: dockerfile.security.no-wget', 1],
    ['# nosemgrep: no-wgets', 0],
    ['# kics-scan ignore-block', 1],
    ['# hadolint ignore=DL3005', 0],
    ['# dclint disable', 0],
  ])('%s silences %i', (comment, count) => expect(silenced(above(comment))).toBe(count));

  test('as a directive, check=skip is for the file; all means every check of BuildKit', () => {
    expect(silenced('# check=skip=NoWget\nFROM scratch\nRUN wget a\nRUN wget b\n')).toBe(2);
    expect(silenced('# check=skip=all;error=true\nFROM scratch\nRUN wget a\n')).toBe(1);
  });

  test('above FROM one is not about the words further down, of which the stage is the subject', () => {
    const users = (comment: string) => lint(`${comment}\nFROM a\nUSER root\n`);
    expect(users('# hadolint ignore=DL3002')).toEqual(['3 test/user "root"']);
    expect(users('# hadolint stage ignore=DL3002')).toEqual(['3 test/user "root" []']);
    expect(users('# trivy:ignore:DS-0002')).toEqual(['3 test/user "root" []']);
  });

  test('hadolint’s stage scope ends with the stage', () =>
    expect(silenced('# hadolint stage ignore=DL3004\nFROM a\nRUN wget a\nRUN wget b\nFROM b\nRUN wget c\n')).toBe(2));
});

describe('Compose', () => {
  const lintCompose = (files: string | Record<string, string>) =>
    lintFiles(typeof files === 'string' ? { 'compose.yaml': files } : files, [serviceRestart, noVersion]).map(said);

  test('a comment is about the next line that says something', () =>
    expect(
      lintCompose(
        'services:\n  # dockwarden-ignore test/restart -- a job\n\n  # more\n  a: { image: a }\n  b: { image: a }\n',
      ),
    ).toEqual(['5 test/restart "a" [a job]', '6 test/restart "b"']));

  test('a comment for the file as written is not called unused by the merged model, nor the other way round', () =>
    expect(
      lintCompose(
        '# dockwarden-ignore test/version\nversion: "3"\nservices:\n  # dockwarden-ignore test/restart\n  a: { image: a }\n',
      ),
    ).toEqual(['2 test/version "version: \\"3\\"" []', '5 test/restart "a" []']));

  test('dclint: line, next line and file', () => {
    expect(lintCompose('services:\n  a: { image: a } # dclint disable-line restart\n')).toEqual([
      '2 test/restart "a" []',
    ]);
    expect(lintCompose('services:\n  # dclint disable-next-line\n  a: { image: a }\n')).toEqual([
      '3 test/restart "a" []',
    ]);
    expect(lintCompose('# dclint disable-file\nservices:\n  a: { image: a }\n')).toEqual(['3 test/restart "a" []']);
  });

  test('a comment in one file does not silence another', () =>
    expect(
      lintCompose({
        'compose.yaml': '# dockwarden-ignore-file test/restart\nservices:\n  a: { image: a }\n',
        'other/compose.yaml': 'services:\n  a: { image: a }\n',
      }),
    ).toEqual(['3 test/restart "a" []', '2 test/restart "a"']));
});

test('what is found in the ignore file of a Dockerfile is silenced in the Dockerfile, and only for the file', () => {
  const policy = { id: 'test/pattern', on: 'ignore-pattern', forbid: { text: 'x' }, message: 'no x' };
  const lintWith = (text: string) => lintFiles({ Dockerfile: text, '.dockerignore': 'x\n' }, [policy]).map(said);
  expect(lintWith('FROM scratch\nCOPY . .\n# dockwarden-ignore-file test/pattern -- so\n')).toEqual([
    '1 test/pattern "x" [so]',
  ]);
  expect(lintWith('FROM scratch\n# dockwarden-ignore test/pattern\nCOPY . .\n')).toEqual([
    '1 test/pattern "x"',
    '2 suppression/unused "test/pattern"',
  ]);
});

test('what several Dockerfiles share is silenced by all of them together', () => {
  const policy = { id: 'test/pattern', on: 'ignore-pattern', forbid: { text: 'x' }, message: 'no x' };
  const text = 'FROM scratch\nCOPY . .\n';
  const silenced = `${text}# dockwarden-ignore-file test/pattern\n`;
  const reasons = (first: string, second: string) =>
    lintFiles({ Dockerfile: first, 'Dockerfile.b': second, '.dockerignore': 'x\n' }, [policy]).map(said);
  expect(reasons(silenced, text)).toEqual(['1 test/pattern "x"']);
  expect(reasons(silenced, silenced)).toEqual(['1 test/pattern "x" []']);
});

test('thousands of comments take no longer than their number', async () => {
  const cost = await growth(3000, (number) => {
    const text = `FROM scratch\nUSER 1\n${'# dockwarden-ignore test/wget\nRUN wget a\n'.repeat(number)}`;
    expect(lintFiles(text, [noWget]).filter((finding) => finding.suppressed)).toHaveLength(number);
  });
  expect(cost).toBeLessThan(MOST_GROWTH);
});

describe('what another program found', () => {
  const joined = (path: string) => {
    const text = files[path]!;
    const start = text.indexOf('$b');
    const place = { source: sourceText(path, text), span: { start, end: start + 2 } };
    const name = { id: 'shellcheck:SC2086', policy: 'shellcheck', docs: 'https://www.shellcheck.net/wiki/SC2086' };
    const rest = { category: 'correctness', message: 'quote it', place } as const;
    return [{ ...name, ...rest, severity: 'info' as const, aliases: ['hadolint:SC2086'] }];
  };
  let files: Record<string, string> = {};
  const lintJoined = (comment: string, options: LintFilesOptions = {}) => {
    files = { Dockerfile: `FROM a\nUSER 1\n${comment}\nRUN a \\\n  $b\n` };
    return lintFiles(files, [noWget], { ...options, joined }).map(said);
  };

  test('is a finding, with page and names', () => expect(lintJoined('#')).toEqual(['5 shellcheck:SC2086 "$b"']));

  test.each(['# hadolint ignore=SC2086', '# dockwarden-ignore shellcheck:SC2086', '# dockwarden-ignore shellcheck'])(
    'is silenced by %s',
    (comment) => expect(lintJoined(comment)).toEqual(['5 shellcheck:SC2086 "$b" []']),
  );

  test('can be locked', () =>
    expect(lintJoined('# hadolint ignore=SC2086', { locked: ['shellcheck:SC2086'] })).toEqual([
      '5 shellcheck:SC2086 "$b"',
    ]));

  test('a comment about it is not called unused, since the program may not be there', () =>
    expect(lintFiles('FROM a\n# dockwarden-ignore shellcheck:SC2086\nRUN a\n', [noWget])).toEqual([]));
});

describe('owners', () => {
  const owned = (owner: string) =>
    `FROM scratch\nUSER 1\n# dockwarden-ignore test/wget owner=${owner} -- so\nRUN wget a\n`;
  const owners = () => codeOwners('* @acme/platform\n');

  test('one that owns something answers for a comment', () =>
    expect(lint(owned('@Acme/platform'), { owners })).toEqual(['4 test/wget "wget a" [so]']));

  test('another does not', () => {
    const [finding] = lintFiles(owned('@acme/platfrom'), [noWget], { owners });
    expect(finding).toMatchObject({
      id: 'suppression/owner',
      severity: 'warning',
      message:
        '@acme/platfrom owns nothing in CODEOWNERS, so that nobody answers for this suppression: did you mean @acme/platform?',
    });
  });

  test('without CODEOWNERS nobody is asked', () =>
    expect(lint(owned('@acme/nobody'), { owners: () => undefined })).toEqual(['4 test/wget "wget a" [so]']));
});
