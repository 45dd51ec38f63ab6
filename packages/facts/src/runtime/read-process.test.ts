import { literalRun, parseShell, type ShellTree } from '@dockwarden-internal/syntax';
import { unknown, unresolved } from '../kernel/unsure.ts';
import { readProcess } from './read-process.ts';

const span = { start: 0, end: 0 };
const exec = (...words: string[]) => readProcess(literalRun(words.map((value) => ({ value, span }))), false);
const shell = (text: string) => readProcess(parseShell(text, () => span) as ShellTree, true);

describe('exec form', () => {
  test.each([
    [['node', 'server.js'], { program: 'node', shellWrapped: false, init: false, packageManager: false }],
    [['/usr/local/bin/npm', 'start'], { program: 'npm', packageManager: true }],
    [['tini', '--', 'node', 'x.js'], { program: 'node', init: true, shellWrapped: false }],
    [['/usr/bin/dumb-init', 'npm', 'start'], { program: 'npm', init: true, packageManager: true }],
    [['/init', 'node', 'x'], { program: 'node', init: true }],
    [['sh', '-c', 'node x.js'], { program: 'node', shellWrapped: true }],
    [['sh', '-c', 'exec node x.js'], { program: 'node', shellWrapped: false }],
    [['sh', '-c', 'migrate && exec node x.js'], { program: 'node', shellWrapped: false }],
    [['tini', '--', 'sh', '-c', 'npm start'], { program: 'npm', init: true, shellWrapped: true }],
    [['gosu', 'app', 'node', 'x'], { program: 'node', shellWrapped: false }],
    [['./start.sh'], { program: 'start.sh', shellWrapped: unknown }],
    [['bash', 'start.sh'], { program: 'start.sh', shellWrapped: unknown }],
    [
      ['docker-entrypoint.sh', 'npm', 'start'],
      { program: unresolved, shellWrapped: unknown, packageManager: unresolved },
    ],
    [['./serve.sh', 'fast'], { program: 'serve.sh', shellWrapped: unknown, packageManager: false }],
    [['bash'], { program: 'bash', shellWrapped: false }],
    [['nodemon', 'x.js'], { program: 'nodemon', devServer: true }],
    [['supervisord', '-n'], { program: 'supervisord', init: true }],
  ])('%j', (words, expected) => {
    expect(exec(...words)).toMatchObject(expected);
  });

  test('nothing starts nothing', () => {
    expect(exec()).toEqual({
      program: undefined,
      shellWrapped: false,
      init: false,
      devServer: false,
      packageManager: false,
    });
  });
});

describe('shell form', () => {
  test.each([
    ['node server.js', { program: 'node', shellWrapped: true }],
    ['exec node server.js', { program: 'node', shellWrapped: false }],
    ['npm run migrate && npm start', { program: 'npm', shellWrapped: true, packageManager: true }],
    ['java $JAVA_OPTS -jar app.jar', { program: 'java' }],
    ['$APP --flag', { program: unresolved, packageManager: unresolved }],
    ['node x | tee log', { program: 'node' }],
    ['flask run --debug', { program: 'flask', devServer: true }],
    ['migrate; uvicorn app:app --reload', { program: 'uvicorn', devServer: true }],
    ['exec tini -- node x', { program: 'node', init: true, shellWrapped: false }],
  ])('%s', (text, expected) => {
    expect(shell(text)).toMatchObject(expected);
  });
});
