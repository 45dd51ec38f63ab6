import { vocabulary } from '@dockwarden-internal/facts';
import { positionAt, sourceText } from '@dockwarden-internal/syntax';
import { platformPattern } from '../pattern.ts';
import { loadPolicy } from './load-policy.ts';

const head = `dockwarden: policy/v1
id: house/user
title: Runs as a user
category: security
severity: error
why: Because.
`;
const examples = `examples:
  good: ["FROM scratch\\nUSER 1\\n"]
  bad: [{ code: "FROM scratch\\nUSER 0\\n" }]
`;

function faults(body: string, tail = examples): string[] {
  const { document, diagnostics } = loadPolicy(
    sourceText('p.policy.yaml', head + body + tail),
    vocabulary,
    platformPattern,
  );
  expect(document === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ message, hint, place, exit }) => {
    expect(exit).toBe(2);
    const { line, column } = positionAt(place!.source, place!.span.start);
    return `${line}:${column} ${message}${hint ? ` (${hint})` : ''}`;
  });
}

test('what is right has no fault', () =>
  expect(faults('on: stage\nrequire: { user.root: false }\nat: user\n')).toEqual([]));

test.each([
  ['on: stag\nrequire: { user.root: false }\n', '7:5 there is no kind of fact `stag` (did you mean `stage`?)'],
  ['on: stage\nrequire: { user.rot: false }\n', '8:12 `rot` does not exist on user (did you mean `root`?)'],
  ['on: stage\nrequire: { user.root: { equal: false } }\n', expect.stringMatching(/^8:\d+ .*equal/)],
  ['on: stage\nrequire: { user.root: "no" }\n', '8:23 "no" is not true or false'],
  ['on: stage\nrequire: { name: { matches: "(" } }\n', expect.stringMatching(/^8:\d+ .*\(/)],
  [
    'on: stage\nrequire: { user.root: false }\nmessage: "{{ nam }}"\n',
    '9:10 `nam` does not exist on stage (did you mean `name`?)',
  ],
  [
    'on: stage\nrequire: { user.root: false }\nmessage: "{{ name | uper }}"\n',
    '9:10 there is no filter `uper` (did you mean `upper`?)',
  ],
  [
    'on: stage\nrequire: { user.root: false }\nat: instructions\n',
    expect.stringMatching(/^9:5 instructions is a collection/),
  ],
  ['on: stage\nwhere: { is: mine }\nrequire: { user.root: false }\n', expect.stringMatching(/^8:\d+ .*mine/)],
  [
    'on: stage\nwhere: {}\nrequire: { user.root: false }\n',
    expect.stringMatching(/^8:\d+ an empty condition says nothing/),
  ],
  ['onn: stage\nrequire: { user.root: false }\n', '7:1 `onn` is no key of this file (did you mean `on`?)'],
  [
    'params: { x: { description: X., tpye: string, default: a } }\non: stage\nrequire: { name: { param: x } }\n',
    '7:33 `tpye` is no key of `params.x` (did you mean `type`?)',
  ],
  [
    'params: { x: { description: X., type: array, default: [1] } }\non: stage\nrequire: { name: { param: x } }\n',
    '7:46 1 is no text: write it in quotes',
  ],
  [
    'params: { x: { description: X., type: string, default: a } }\non: stage\nrequire: { user.root: false }\n',
    '7:11 nothing uses the parameter `x` (write { param: x }, or take it out)',
  ],
  [
    'terms: { root: { user.rot: true } }\non: stage\nrequire: { user.root: false }\n',
    '7:10 nothing uses the term `root` (write { is: root }, or take it out)',
  ],
  ['on: stage\n', '7:5 a policy has either `checks`, or one of `require` and `forbid`'],
  ['on: stage\nchecks: { a: { at: user } }\n', '8:11 the check a has exactly one of `require` and `forbid`'],
  ['on: stage\nchecks: { A: { require: { user.root: false } } }\n', expect.stringMatching(/^8:11 `A`/)],
  [
    'on: stage\nrequire: { user.root: false }\nsevrity: error\n',
    '9:1 `sevrity` is no key of this file (did you mean `severity`?)',
  ],
  [
    'on: stage\neach: instructions\nrequire: { user.root: false }\n',
    '8:1 `each` is no key of this file (it stands elsewhere: checks.NAME.each)',
  ],
  ['on: stage\nchecks: {}\n', '8:1 `checks` is empty (write a check: its name, and what it requires or forbids)'],
  [
    'on: stage\nchecks: { A B: { require: { user.root: false } } }\n',
    '8:11 `A B`: a check is named in lower case, with dashes, such as no-lockfile',
  ],
])('%j', (body, message) => expect(faults(body)).toEqual([message]));

test('a kind that no file has facts of by themselves cannot stand after on', () =>
  expect(faults('on: image\nrequire: { digest: { exists: true } }\n')).toEqual([
    '7:5 a policy cannot be on `image`: such facts are reached through others (begin with stage, instruction, reference or service)',
  ]));

test('a keyword stands for its instructions, also where a kind that no file has by itself is called so', () => {
  expect(faults('on: user\nforbid: { args: { empty: true } }\n')).toEqual([]);
  expect(faults('on: shell\nforbid: { form: shell }\n')).toEqual([]);
});

test('where a keyword is a kind with facts of its own, the error says how to get the instruction', () =>
  expect(faults('on: healthcheck\nforbid: { flags: { empty: true } }\n')).toEqual([
    '8:11 `flags` does not exist on healthcheck (instructions have it: write `on: instruction` and `where: { keyword: healthcheck }`)',
  ]));

test.each([
  ['{ code: "FROM a", files: { a: b } }', '10:9 an example has either `code` or `files`'],
  ['{ params: {} }', '10:7 an example has `code`, a Dockerfile, or `files`'],
  [
    '{ code: "FROM a", project: { tag: [a] } }',
    '10:36 `tag` is no key of `examples.good.0.project` (did you mean `tags`?)',
  ],
  [
    '{ code: "FROM a", config: { production: 5 } }',
    expect.stringContaining('production` is a number, but must be a list'),
  ],
  [
    '{ code: "FROM a", config: { polices: {} } }',
    expect.stringContaining('`polices` is no key of `examples.good.0.config` (keys here: bases,'),
  ],
  ['{ code: "FROM a", config: { exclude: [a] } }', expect.stringContaining('`exclude` is no key of')],
  ['{ code: "FROM a", at: x }', expect.stringContaining('`at` is no key of')],
])('%s is no example', (example, message) => {
  const tail = `examples:\n  good:\n    - ${example}\n  bad: ["FROM scratch\\nUSER 0\\n"]\n`;
  const [found] = faults('on: stage\nrequire: { user.root: false }\n', tail).map((each) => each.replace(/^\d+/, '10'));
  expect(found).toEqual(typeof message === 'string' ? expect.stringContaining(message) : message);
});

test('a bad example is a plain text or a map, and what stands beside expect is refused', () => {
  const bad = (text: string) => `examples:\n  good: ["FROM scratch\\nUSER 1\\n"]\n  bad:\n    - ${text}\n`;
  const body = 'on: stage\nrequire: { user.root: false }\n';
  expect(faults(body, bad('"FROM scratch\\nUSER 0\\n"'))).toEqual([]);
  expect(faults(body, bad('{ code: "FROM a", at: x, message: y, expect: [{ line: 2 }] }'))).toEqual([
    expect.stringContaining('`at` beside `expect` says nothing'),
    expect.stringContaining('`message` beside `expect` says nothing'),
  ]);
});

test('examples name checks that are there', () => {
  const bad = 'examples:\n  good: ["FROM a\\n"]\n  bad: [{ code: "FROM a\\n", check: b }]\n';
  expect(faults('on: stage\nchecks: { a: { require: { user.root: false } } }\n', bad)).toEqual([
    '11:36 there is no check `b` (checks: a)',
  ]);
  const expected = bad.replace('check: b', 'expect: [{ check: a }, { check: c }]');
  expect(faults('on: stage\nchecks: { a: { require: { user.root: false } } }\n', expected)).toEqual([
    '11:61 there is no check `c` (checks: a)',
  ]);
});

test.each([
  ['', expect.stringMatching(/`examples` is missing/)],
  ['examples: { good: [], bad: [] }\n', expect.stringMatching(/`examples.good` is empty/)],
])('examples have to be there: %j', (tail, message) =>
  expect(faults('on: stage\nrequire: { user.root: false }\n', tail)).toEqual(expect.arrayContaining([message])),
);

test('each fault is said once, also where several checks share it', () =>
  expect(
    faults(
      'on: stage\nwhere: { nam: x }\nchecks:\n  a: { require: { user.root: false } }\n  b: { require: { user.root: false } }\n',
    ),
  ).toHaveLength(1));

test('an id is area/name in lower case', () => {
  const text = `${head.replace('house/user', 'House')}on: stage\nrequire: { user.root: false }\n${examples}`;
  const { diagnostics } = loadPolicy(sourceText('p', text), vocabulary, platformPattern);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '`id`: an id is area/name in lower case, such as image/non-root',
  ]);
});

test('a number where text is meant says to quote it', () =>
  expect(faults('on: stage\nrequire: { base.tag: 1.10 }\n')).toEqual([
    '8:22 1.1 is a number where text is expected: write it in quotes',
  ]));

test('shared terms are known by pack and name', () => {
  const text = `${head}on: command\nwhere: { is: mine/apt }\nforbid: { subcommand: x }\n${examples}`;
  const terms = { 'mine/apt': { name: 'apt' } };
  expect(loadPolicy(sourceText('p', text), vocabulary, platformPattern, terms).diagnostics).toEqual([]);
});

test('where the id stands is told, fit or not', () => {
  const idOf = (text: string) => loadPolicy(sourceText('p', text), vocabulary, platformPattern).idPlace?.span.start;
  expect(idOf(`${head}on: stage\nrequire: { user.root: false }\n${examples}`)).toBe(head.indexOf('house/user'));
  expect(idOf(`${head}on: stag\n`)).toBe(head.indexOf('house/user'));
});
