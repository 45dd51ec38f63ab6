import { unresolved } from '../kernel/unsure.ts';
import { startsSeveral } from '../runtime/several-programs.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { serviceProcess } from './service-process.ts';

const process = (lines: string) => serviceProcess(serviceOf(`image: x\n${lines}`));

test.each([
  ['command: npm run dev', { program: 'npm', devServer: true, packageManager: true }],
  ['command: [node, server.js]', { program: 'node', devServer: false, shellWrapped: false }],
  ['command: sh -c "node server.js"', { program: 'node', shellWrapped: true }],
  ['command: node x.js\ninit: true', { program: 'node', init: true }],
  ['entrypoint: [tini, --]\ncommand: [node, x.js]', { program: 'node', init: true }],
  ['command: ["$PROGRAM", x]', { program: unresolved, shellWrapped: unresolved }],
  ['command: "it\'s"', { program: unresolved }],
])('%j', (lines, expected) => expect(process(lines)).toMatchObject(expected));

test('neither key: the image’s own', () => expect(process('tty: true')).toBeUndefined());

test('the words of a line', () => {
  expect(process('command: npm run "a b"')?.words.map(({ value }) => value)).toEqual(['npm', 'run', 'a b']);
});

test.each([
  ['command: supervisord -n', true],
  ['command: [npx, concurrently, "npm:web", "npm:api"]', true],
  ['command: sh -c "nginx & node server.js"', true],
  ['command: sh -c "node worker.js & node server.js & wait"', true],
  ['command: sh -c "node server.js & wait"', false],
  ['command: sh -c "sleep 5 & exec node server.js"', false],
  ['command: sh -c "migrate && node server.js"', false],
  ['command: node server.js', false],
  ['command: ["$PROGRAM"]', unresolved],
])('%j runs several programs: %p', (lines, expected) => {
  expect(startsSeveral(process(lines)!)).toBe(expected);
});
