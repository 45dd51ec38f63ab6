import type { Finding } from '@dockwarden-internal/engine';
import { sourceText } from '@dockwarden-internal/syntax';
import { finding, placeOf, policy, reportOf, sampleReport } from '../test-support/sample-report.ts';
import type { PrettyOptions } from './render-pretty.ts';
import { renderPretty } from './render-pretty.ts';

const source = sourceText('Dockerfile', 'FROM a\nRUN b c d e f g h\n');

function pretty(
  findings: readonly Finding[],
  options: Partial<PrettyOptions> = {},
  given: Parameters<typeof reportOf>[1] = {},
): string {
  return `\n${renderPretty(reportOf(findings, given), { pathOf: (path) => path }, { color: false, ...options })}`;
}

test('reads as a whole', () => {
  expect(`\n${renderPretty(sampleReport(), { pathOf: (path) => path }, { color: false })}`).toBe(`
apps/api/Dockerfile

   3:1  warning  COPY . . comes before npm ci, so every source edit reinstalls dependencies
      3 │ COPY . .
        │ ^^^^^^^^
      4 │ RUN npm ci \\
        │     ------ installed here
        cache/install-before-source/source-first
        Any COPY above the install is part of its cache key. Copy the manifests, install, then copy
        the rest, and an edit to the source no longer reinstalls the world.

   6:6  error    the final stage runs as root, set by node:22-slim
      6 │ FROM node:22-slim
        │      ^^^^^^^^^^^^
        image/non-root · hadolint:DL3002 · trivy:DS-0002 · also runtime/no-root
        A process that starts as uid 0 turns any escape or bind-mount mistake into root on the host.

   7:5  error    API_TOKEN holds •••, which every layer and docker history show
      7 │ ENV API_TOKEN=•••
        │     ^^^^^^^^^^^^^
        secrets/no-literal

  8:23  warning  apt-get install without --no-install-recommends
      8 │ RUN apt-get update && apt-get install -y curl git && rm -rf /var/lib/apt/lists/*
        │                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        packages/apt-lean/recommends · hadolint:DL3015 · fixable with --fix

  8:42  info     curl is installed without a version
  8:47  info     git is installed without a version
      8 │ RUN apt-get update && apt-get install -y curl git && rm -rf /var/lib/apt/lists/*
        │                                          ^^^^ ^^^
        packages/apt-pin · hadolint:DL3008
        Tomorrow it is another version.

  9:19  error    /app/dist is excluded by **/dist
      9 │ COPY --from=build /app/dist /app
        │                   ^^^^^^^^^
        see apps/api/.dockerignore:3:1
      3 │ **/dist
        │ ------- this line wins
        context/needed · fixable with --fix --unsafe

Problems

  dockwarden.yaml:2:11 extends names a pack that does not exist: dockwarden:recomended.
      2 │ extends: [dockwarden:recomended]
        │           ^^^^^^^^^^^^^^^^^^^^^
        Did you mean dockwarden:recommended?
        config/unknown-pack

  apps/web/Dockerfile: The file cannot be read: permission denied.
        Give yourself read access to it, or exclude it in dockwarden.yaml.
        file/unreadable

3 errors, 2 warnings, 2 info in 1 of 12 files · 1 suppressed · 2 problems
1 fixable with --fix, 1 more with --fix --unsafe
`);
});

test('says one quiet line where all is well, and nothing if that is wanted', () => {
  expect(pretty([], {}, { files: 12 })).toBe('\n12 files, nothing to report\n');
  expect(pretty([], { quiet: true }, { files: 12 })).toBe('\n');
  const suppressed = finding(placeOf(source, 'RUN'), { suppressed: { kind: 'waiver', reason: 'vendor image' } });
  expect(pretty([suppressed])).toBe('\n1 file, nothing to report · 1 suppressed\n');
  expect(pretty([suppressed], { quiet: true })).toBe('\n');
});

test('nothing to look at is no praise', () =>
  expect(pretty([], {}, { files: 0 })).toBe('\n0 files: no Dockerfile or Compose file to lint\n'));

test('is not quiet about problems', () => {
  const diagnostics = [
    { code: 'arguments/unknown', message: 'There is no option --fxi.', hint: 'Did you mean --fix?', exit: 2 as const },
  ];
  expect(pretty([], { quiet: true }, { diagnostics, files: 0 })).toBe(`
Problems

  There is no option --fxi.
        Did you mean --fix?
        arguments/unknown

0 files linted · 1 problem
`);
});

test('tells more if asked: what is suppressed and why, projects, pages', () => {
  const suppressed = finding(placeOf(source, 'RUN'), {
    suppressed: { kind: 'waiver', reason: 'vendor image' },
    docs: 'https://example.com/name',
    projects: ['api', 'web'],
  });
  expect(pretty([suppressed], { verbose: true }, { policies: [policy('area/name')] })).toBe(`
Dockerfile

  2:1  warning  something is wrong
     2 │ RUN b c d e f g h
       │ ^^^
       area/name
       suppressed (waiver): vendor image
       Reason of area/name.
       projects: api, web
       https://example.com/name

1 file, nothing to report · 1 suppressed
`);
});

test('gives the reason of a policy once, and groups findings of one id', () => {
  const other = sourceText('other/Dockerfile', 'FROM a\n');
  const text = pretty(
    [
      finding(placeOf(source, 'FROM'), { id: 'a/b/one', policy: 'a/b' }),
      finding(placeOf(source, 'b'), { id: 'a/b/two', policy: 'a/b', fix: { safety: 'safe', edits: [] } }),
      finding(placeOf(source, 'c'), { id: 'a/c', policy: 'a/c' }),
      finding(placeOf(source, 'd'), { id: 'a/b/two', policy: 'a/b' }),
      finding(placeOf(other, 'FROM'), { id: 'a/b/one', policy: 'a/b' }),
    ],
    {},
    {
      policies: [
        policy('a/b/one', { policy: 'a/b', why: 'It matters.' }),
        policy('a/b/two', { policy: 'a/b', why: 'It matters.' }),
      ],
      files: 2,
    },
  );
  expect(text).toBe(`
Dockerfile

  1:1  warning  something is wrong
     1 │ FROM a
       │ ^^^^
       a/b/one
       It matters.

  2:5  warning  something is wrong
  2:9  warning  something is wrong
     2 │ RUN b c d e f g h
       │     ^   ^
       a/b/two · 1 of 2 fixable with --fix

  2:7  warning  something is wrong
     2 │ RUN b c d e f g h
       │       ^
       a/c

other/Dockerfile

  1:1  warning  something is wrong
     1 │ FROM a
       │ ^^^^
       a/b/one

5 warnings in 2 of 2 files
1 fixable with --fix
`);
});

test('draws the first six lines of a long group, and all of them if asked', () => {
  const long = sourceText('compose.yaml', 'a\nb\nc\nd\ne\nf\ng\nh\n');
  const findings = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((word) => finding(placeOf(long, word)));
  expect(pretty(findings)).toContain('     6 │ f\n       │ ^\n     ⋮ │ and 2 more\n       area/name');
  expect(pretty(findings, { verbose: true })).toContain('     8 │ h\n       │ ^\n       area/name');
});

test('wraps long messages under themselves, and cuts endless ones', () => {
  const message = 'this stage copies the whole workspace and so a change to any project makes it anew';
  expect(pretty([finding(placeOf(source, 'b'), { message })], { width: 60 })).toContain(`
  2:5  warning  this stage copies the whole workspace and so
                a change to any project makes it anew
     2 │ RUN b c d e f g h
`);
  expect(pretty([finding(placeOf(source, 'b'), { message: 'words '.repeat(500) })]).length).toBeLessThan(1000);
});

test('names severity in colour, and adds nothing but colour', () => {
  const colored = renderPretty(sampleReport(), { pathOf: (path) => path }, { color: true });
  expect(colored).toContain('\u001B[1m\u001B[31merror\u001B[39m\u001B[22m    the final stage');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  const plain = colored.replace(/\u001B\[\d+m/g, '');
  expect(plain).toBe(renderPretty(sampleReport(), { pathOf: (path) => path }, { color: false }));
});

test('prints paths as it is told to', () => {
  expect(renderPretty(sampleReport(), { pathOf: (path) => `../${path}` }, { color: false })).toMatch(
    /^\.\.\/apps\/api\/Dockerfile\n/,
  );
});

test('says the path of a problem once', () => {
  const report = reportOf([], {
    files: 0,
    diagnostics: [
      { code: 'a', message: 'legacy/Dockerfile is a folder.', path: 'legacy/Dockerfile', exit: 3 },
      { code: 'a', message: 'All of legacy is excluded.', path: 'legacy', exit: 3 },
      { code: 'a', message: 'No file is there.', path: '.', exit: 3 },
      { code: 'a', message: 'Dockerfile is too long.', path: 'Dockerfile', place: placeOf(source, 'RUN'), exit: 3 },
    ],
  });
  const lines = renderPretty(report, { pathOf: (path) => `../${path}` }, { color: false }).split('\n');
  expect(lines.filter((line) => /^ {2}\S/.test(line))).toEqual([
    '  ../legacy/Dockerfile is a folder.',
    '  All of ../legacy is excluded.',
    '  ../.: No file is there.',
    '  ../Dockerfile:2:1 is too long.',
  ]);
});
