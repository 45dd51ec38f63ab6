import { vocabulary } from '@dockwarden-internal/facts';
import { sourceText } from '@dockwarden-internal/syntax';
import { loadPolicy } from '../load/load-policy.ts';
import { platformPattern } from '../pattern.ts';

const head = `dockwarden: policy/v1
id: house/never
title: Never
category: security
severity: error
why: Because.
`;
const tail = 'examples: { good: ["FROM a\\n"], bad: [{ code: "FROM b\\n" }] }\n';

function said(body: string): string[] {
  const terms = { 'house/apt': { name: ['apt', 'apt-get'] } };
  const { document, diagnostics } = loadPolicy(
    sourceText('never.policy.yaml', `${head}${body}\n${tail}`),
    vocabulary,
    platformPattern,
    terms,
  );
  expect(document === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, message }) => (code === 'policy/never' ? message : `${code}: ${message}`));
}

const never = (path: string, ...asked: string[]) => [
  `nothing can ever be found: \`${path}\` would have to be ${asked.join(' and also ')}`,
];

test.each([
  ['on: command\nwhere: { name: apt }\nforbid: { name: npm }', never('name', '`"apt"`', '`"npm"`')],
  [
    'on: command\nwhere: { is: house/apt, not: { name: [apt, apt-get] } }\nforbid: { subcommand: x }',
    never('name', '`["apt","apt-get"]`', 'not `["apt","apt-get"]`'),
  ],
  [
    'on: command\nwhere: { name: apt }\nrequire: { name: { matches: "^apt" } }',
    never('name', '`"apt"`', 'not `{"matches":"^apt"}`'),
  ],
  ['on: copy\nwhere: { keyword: add }\nforbid: { keyword: { exists: true } }', never('keyword', '`"copy"`', '`"add"`')],
  [
    'on: stage\nwhere: { final: true }\nunless: { final: true }\nforbid: { user.root: true }',
    never('final', '`true`', 'not `true`'),
  ],
  [
    'on: stage\nwhere: { user: { root: true } }\nforbid: { all: [{ user.root: false }] }',
    never('user.root', '`true`', '`false`'),
  ],
  [
    'on: stage\nforbid: { ports: { empty: true, some: { number: 80 } } }',
    never('ports', '`{"empty":true,"some":{"number":80}}`'),
  ],
  [
    'on: stage\nwhere: { ports: { count: { atMost: 1 } } }\nforbid: { ports: { count: { atLeast: 2 } } }',
    never('ports', '`{"count":{"atMost":1}}`', '`{"count":{"atLeast":2}}`'),
  ],
  [
    'on: stage\nwhere: { user: { exists: false } }\nforbid: { user: { exists: true } }',
    never('user', '`{"exists":false}`', '`{"exists":true}`'),
  ],
  [
    'on: stage\nchecks:\n  a: { each: ports, where: { on.final: false, number: { atLeast: 1024 } }, forbid: { number: { atMost: 1023 } } }',
    never('number', '`{"atLeast":1024}`', '`{"atMost":1023}`'),
  ],
  [
    'on: stage\nwhere: { final: true }\nchecks:\n  a: { each: ports, where: { on.final: false }, forbid: { number: 80 } }',
    never('on.final', '`true`', '`false`'),
  ],
  [
    'on: stage\nwhere: { final: true }\nchecks:\n  a: { where: { self.final: false }, forbid: { user.root: true } }\n  b: { forbid: { user.root: true } }',
    never('self.final', '`true`', '`false`'),
  ],
])('%j', (body, messages) => expect(said(body)).toEqual(messages));

test.each([
  'on: command\nwhere: { name: [apt, apt-get] }\nforbid: { name: apt }',
  'on: command\nwhere: { any: [{ name: apt }, { name: npm }] }\nunless: { name: apt }\nforbid: { subcommand: x }',
  'on: command\nwhere: { name: { startsWith: n } }\nunless: { name: { matches: "^np" } }\nforbid: { name: { not: npm } }',
  'on: stage\nwhere: { ports: { some: { number: 80 } } }\nforbid: { ports: { some: { number: 443 } } }',
  'on: stage\nwhere: { not: { final: true, user.root: true } }\nforbid: { final: true }',
  'on: stage\nchecks:\n  a: { where: { final: true }, forbid: { user.root: true } }\n  b: { where: { final: false }, forbid: { user.root: true } }',
  'params: { of: { description: Names., type: string, default: npm } }\non: command\nwhere: { name: apt }\nforbid: { name: { param: of } }',
  'unknown: report\non: stage\nwhere: { user.root: true }\nrequire: { user.root: true }',
])('may find something: %j', (body) => expect(said(body)).toEqual([]));
