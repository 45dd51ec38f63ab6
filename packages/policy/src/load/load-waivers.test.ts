import { positionAt, sourceText } from '@dockwarden-internal/syntax';
import { loadWaivers } from './load-waivers.ts';

const WHOLE = '{ policy: a/b, file: Dockerfile, owner: "@a", reason: r, expires: 2027-02-28 }';

function faults(text: string): string[] {
  const { diagnostics, waivers } = loadWaivers(sourceText('w.yaml', text));
  if (diagnostics.length > 0) expect(waivers).toEqual([]);
  return diagnostics.map(({ message, hint, place, exit }) => {
    const { line, column } = positionAt(place!.source, place!.span.start);
    expect(exit).toBe(2);
    return `${line}:${column} ${message}${hint ? ` (${hint})` : ''}`;
  });
}

const one = (waiver: string) => faults(`dockwarden: waivers/v1\nwaivers:\n  - ${waiver}\n`);

test('a waiver, and where its parts are written', () => {
  const { waivers, diagnostics } = loadWaivers(
    sourceText(
      'w.yaml',
      `dockwarden: waivers/v1\nwaivers:\n  - ${WHOLE}\n  - policy: c/d\n    project: api\n    stage: 0\n    owner: "@b"\n    reason: s\n    expires: "2027-01-01"\n`,
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(waivers.map(({ policy, stage }) => [policy, stage])).toEqual([
    ['a/b', undefined],
    ['c/d', '0'],
  ]);
  const { source, span } = waivers[1]!.placeOf('owner');
  expect(positionAt(source, span.start)).toMatchObject({ line: 7, column: 12 });
});

test.each([
  [WHOLE, []],
  [WHOLE.replace(', owner: "@a"', ''), ['3:5 `waivers.0.owner` is missing']],
  [WHOLE.replace(', reason: r', ''), ['3:5 `waivers.0.reason` is missing']],
  [WHOLE.replace(', expires: 2027-02-28', ''), ['3:5 `waivers.0.expires` is missing']],
  [WHOLE.replace('reason: r', 'reason: " "'), ['3:59 `waivers.0.reason` is empty']],
  [
    WHOLE.replace('file: Dockerfile, ', ''),
    ['3:5 `waivers.0` does not fit: a waiver says what it is for: `project`, `file`, or both'],
  ],
  [
    WHOLE.replace('2027-02-28', '2027-02-30'),
    ['3:71 `waivers.0.expires` does not fit: write a day that there is, as YYYY-MM-DD'],
  ],
  [
    WHOLE.replace('2027-02-28', 'soon'),
    ['3:71 `waivers.0.expires` does not fit: write a day that there is, as YYYY-MM-DD'],
  ],
  [WHOLE.replace('owner', 'ower'), ['3:38 `ower` is no key of `waivers.0` (did you mean `owner`?)']],
  [
    'x',
    [
      '3:5 `waivers.0` is text, but must be a map (keys here: policy, project, file, stage, service, owner, reason, ticket, expires)',
    ],
  ],
])('%s', (waiver, expected) => expect(one(waiver)).toEqual(expected));

test.each([
  ['', ['1:1 the file is empty, but must be a map (begin it with dockwarden: waivers/v1)']],
  ['dockwarden: waivers/v2\nwaivers: []\n', ['1:13 `dockwarden` is "waivers/v2", but must be "waivers/v1"']],
  ['dockwarden: waivers/v1\n', ['1:1 `waivers` is missing']],
  ['dockwarden: waivers/v1\nwaivers: {}\n', ['2:1 `waivers` is a map, but must be a list']],
])('%j', (text, expected) => expect(faults(text)).toEqual(expected));

test('YAML that is none', () => expect(faults('waivers: [')).toHaveLength(1));
