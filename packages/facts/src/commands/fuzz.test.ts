import { parseShell, type Span } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { downloadsOf } from './downloads.ts';
import { readPackageAction } from './package-action.ts';
import { packagesOf } from './packages.ts';
import { PROGRAMS } from './programs/find-program.ts';
import { type CommandReading, readCommand } from './read-command.ts';
import { readInstall } from './read-install.ts';
import { removedPaths } from './removed-paths.ts';
import { readUserTool } from './user-tool.ts';

/** All spans that reading a text gives. */
function readAll(text: string): Span[] {
  const { commands } = parseShell(text, (start, end) => ({ start, end }));
  return commands.flatMap((command, index) => {
    const reading = readCommand(command);
    readInstall(reading);
    readPackageAction(reading);
    readUserTool(reading);
    return [
      ...spansOf(reading),
      ...packagesOf(reading).map(({ span }) => span),
      ...removedPaths(reading).map(({ span }) => span),
      ...downloadsOf(commands, index, { folder: '/' }).map(({ span }) => span),
    ];
  });
}

function spansOf({ nameSpan, subcommand, flags, args, launched }: CommandReading): Span[] {
  return [
    nameSpan,
    ...(subcommand ? [subcommand.span] : []),
    ...flags.flatMap(({ span, valueSpan }) => (valueSpan ? [span, valueSpan] : [span])),
    ...args.map(({ span }) => span),
    ...(launched ? spansOf(launched) : []),
  ];
}

const names = PROGRAMS.flatMap((program) => program.names.split(' '));
const verbs = [
  'install',
  'add',
  'ci',
  'i',
  'mod download',
  'pip install',
  'clean all',
  'update',
  'exec',
  'run',
  'global add',
  'sync',
  'workspace',
];
const words = [
  ...[
    'a',
    'a=1',
    'a==1',
    '@s/p@1',
    '-y',
    '-yq',
    '--x',
    '--x=y',
    '--',
    '-',
    '-o',
    '-t',
    '-C',
    '-r',
    '$X',
    '"$Y"',
    "'q r'",
    'a$V-b',
    '{a,b}',
    '*',
    '+x',
    '755',
  ],
  ...[
    'https://x/y.tgz',
    'git+https://x/y@z',
    './a',
    '/a/*',
    '-exec',
    '{}',
    '\\;',
    '@',
    '=',
    ':',
    '#',
    '+nightly',
    'xzf',
    '-m',
    'pip',
    '>',
    'f',
    '|',
    '&&',
    ';',
  ],
];
const command = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom('', ...verbs),
    fc.array(fc.constantFrom(...words), { maxLength: 8 }),
  )
  .map(([name, verb, rest]) => [name, verb, ...rest].join(' '));
const text = fc.oneof(
  fc.array(command, { minLength: 1, maxLength: 4 }).map((all) => all.join(' && ')),
  fc
    .tuple(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 60 }))
    .map(([name, rest]) => `${name} ${rest}`),
);

test('any command is read, and what is read stands within the text', () => {
  fc.assert(
    fc.property(text, (shell) => {
      for (const { start, end } of readAll(shell)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(shell.length);
      }
    }),
    { numRuns: 1500 },
  );
});

const LONG = 60_000;

test.each([
  ['mvn', 'dependency:'],
  ['gradle', 'resolve'],
  ['rm', '/*'],
  ['rm', '{a,b}'],
  ['curl https://x', '/'],
  ['curl -o', '?#'],
  ['apt-get install', 'a:'],
  ['apt-get install', '$a='],
  ['dnf install', '-1'],
  ['dnf install', '-$a'],
  ['pip install', 'a['],
  ['pip install', 'git+@#'],
  ['npm install', '@a/'],
  ['conda install', 'a::='],
  ['go install', 'a.b/@'],
  ['apk add', 'a~='],
  ['npx', 'npx '],
  ['npm', '-x '],
  ['chmod', '+x,'],
  ['set', '-o '],
  ['tar', 'x'],
  ['echo', '${a'],
])('%s %s… takes no longer than its length allows', (name, piece) => {
  const shell = `${name} ${piece.repeat(Math.ceil(LONG / piece.length))}`;
  const before = process.cpuUsage();
  readAll(shell);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(60_000);
});

test('many downloads and many commands behind them end in time', () => {
  const before = process.cpuUsage();
  readAll('curl -o a https://x/a; sha256sum b; '.repeat(1500));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(60_000);
});
