import { positionAt, sourceText } from '@dockwarden-internal/syntax';
import { loadConfig } from './load-config.ts';

/** `LINE:COLUMN message (hint)` of each fault. */
function faults(text: string): string[] {
  return loadConfig(sourceText('dockwarden.yaml', text)).diagnostics.map(({ message, hint, place, exit }) => {
    expect(exit).toBe(2);
    const { line, column } = positionAt(place!.source, place!.span.start);
    return `${line}:${column} ${message}${hint ? ` (${hint})` : ''}`;
  });
}

const head = 'dockwarden: config/v1\n';

test('what is right has no fault', () =>
  expect(
    faults(`${head}extends: [dockwarden:recommended]
policies:
  image/non-root: error
  a/b: off
  a/c: false
  a/d: { severity: off, params: { x: [1] }, unknown: report }
overrides:
  - { projects: { tags: { has: "type:tool" }, names: [a] }, files: [b/**], policies: { a/b: info } }
locked: [image/non-root]
exclude: ["**/fixtures"]
scan:
  scanners: [trivy, hadolint]
  failOn: high
  ignoreUnfixed: true
  ignore: [{ id: CVE-2026-1111, until: 2026-12-31, reason: not reachable }]
---
`),
  ).toEqual([]));

test.each([
  ['', 'the file is empty, but must be a map (begin it with dockwarden: config/v1)'],
  ['# nothing\n', 'the file is empty, but must be a map (begin it with dockwarden: config/v1)'],
  ['- a\n', 'the file is a list, but must be a map'],
  ['hello\n', 'the file is text, but must be a map'],
])('%j', (text, message) => expect(faults(text)).toEqual([expect.stringContaining(message)]));

test.each([
  ['policies: {}\n', '1:1 `dockwarden` is missing (write dockwarden: config/v1)'],
  ['dockwarden: config/v2\n', '1:13 `dockwarden` is "config/v2", but must be "config/v1"'],
  [`${head}polices: {}\n`, '2:1 `polices` is no key of this file (did you mean `policies`?)'],
  [`${head}extends: dockwarden:strict\n`, '2:10 `extends` is text, but must be a list (write ["dockwarden:strict"])'],
  [`${head}locked: a/b\n`, '2:9 `locked` is text, but must be a list (write ["a/b"])'],
  [`${head}overrides: a/b\n`, '2:12 `overrides` is text, but must be a list'],
  [
    `${head}overrides: [{ projects: { tags: a }, policies: {} }]\n`,
    '2:33 `overrides.0.projects.tags` is text, but must be a map (keys here: has, some, hasAll, none)',
  ],
  [`${head}extends: [1]\n`, '2:11 `extends.0` is a number, but must be text'],
  [
    `${head}policies: { a/b: fatal }\n`,
    '2:18 `policies.a/b` is "fatal", but must be "error" or "warning" or "info" or "off" or false or a map',
  ],
  [
    `${head}policies: { a/b: { sevrity: off } }\n`,
    '2:20 `sevrity` is no key of `policies.a/b` (did you mean `severity`?)',
  ],
  [
    `${head}policies: { a/b: { severity: fatal } }\n`,
    '2:30 `policies.a/b.severity` is "fatal", but must be "error" or "warning" or "info" or "off" or false',
  ],
  [
    `${head}policies: { a/b: eror }\n`,
    '2:18 `policies.a/b` is "eror", but must be "error" or "warning" or "info" or "off" or false or a map (did you mean `error`?)',
  ],
  [`${head}policies: [a]\n`, '2:1 `policies` is a list, but must be a map'],
  [`${head}policies:\n`, '2:1 `policies` is empty, but must be a map'],
  [
    `${head}overrides:\n  - policies: { a/b: off }\n    file: [x]\n`,
    '4:5 `file` is no key of `overrides.0` (did you mean `files`?)',
  ],
  [
    `${head}overrides:\n  - projects: { tags: { hass: x } }\n    policies: {}\n`,
    '3:25 `hass` is no key of `overrides.0.projects.tags` (did you mean `has`?)',
  ],
  [`${head}bases:\n  - match: a:*\n    users: { a: b }\n`, '4:17 `bases.0.users.a` is text, but must be a number'],
  [`${head}bases: [{ match: a:*, user: 5 }]\n`, '2:29 `bases.0.user` is a number, but must be text'],
  [`${head}bases: [{ programs: [a] }]\n`, '2:9 `bases.0.match` is missing'],
  [
    `${head}bases: [{ match: a:*, program: [a] }]\n`,
    '2:23 `program` is no key of `bases.0` (did you mean `programs`?)',
  ],
  [`${head}bases: [{ match: a:*, ports: [0] }]\n`, '2:31 `bases.0.ports.0` is 0, but must be at least 1'],
  [
    `${head}bases: [{ match: a:*, extends: debain }]\n`,
    '2:32 `bases.0.extends` is "debain", but must be "any" or "debian" or "debian-slim" or "buildpack-curl" or "buildpack-scm" or "buildpack" or "ubuntu" or "alpine" or "rhel" or "distroless-static" or "distroless-base" or "wolfi-static" or "wolfi-dynamic" (did you mean `debian`?)',
  ],
  [`${head}overrides:\n  - files: [x]\n`, '3:5 `overrides.0.policies` is missing'],
  [`${head}overrides:\n  - { files: [], policies: {} }\n`, '3:7 `overrides.0.files` is empty'],
  [`${head}overrides:\n  - { projects: { names: [] }, policies: {} }\n`, '3:19 `overrides.0.projects.names` is empty'],
  ...['/apps/web', '!apps/**', '../x', '..'].map((glob): [string, string] => [
    `${head}exclude: ["${glob}"]\n`,
    '2:11 `exclude.0`: a glob of files starts from the root, with neither `/`, `..` nor `!` in front',
  ]),
  [
    `${head}overrides:\n  - { files: [/x], policies: {} }\n`,
    '3:15 `overrides.0.files.0`: a glob of files starts from the root, with neither `/`, `..` nor `!` in front',
  ],
  [
    `${head}scan: { scanners: [trivvy] }\n`,
    '2:20 `scan.scanners.0` is "trivvy", but must be "trivy" or "docker-scout" or "hadolint" (did you mean `trivy`?)',
  ],
  [`${head}scan: { ignore: [{ id: CVE-1, reason: x }] }\n`, '2:18 `scan.ignore.0.until` is missing'],
  [
    `${head}scan: { ignore: [{ id: CVE-1, until: 2026-02-30, reason: x }] }\n`,
    '2:38 `scan.ignore.0.until` is no date (write a day that there is, as YYYY-MM-DD)',
  ],
])('%j', (text, message) => expect(faults(text)).toEqual([message]));

test.each([
  [`${head}policies:\n  a/b: off\n  a/b: error\n`, /^4:3 .*a\/b/],
  [`${head}policies: {\n`, /^\d+:\d+ /],
  [`%YAML 1.1\n---\n${head}`, /1\.1/],
  [`${head}---\n${head}`, /^3:1 .*one document/],
  [`${head}x: &a [*a]\n`, /^2:/],
])('YAML that is no YAML has a fault with its place: %j', (text, message) => {
  const found = faults(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(message);
});

test('names of objects are no keys with a meaning', () => {
  expect(faults(`${head}policies: { constructor: error, __proto__: error }\n`)).toEqual([]);
  expect(faults(`${head}__proto__: 1\n`)).toEqual([expect.stringContaining('`__proto__` is no key of this file')]);
});
