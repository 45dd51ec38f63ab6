import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { asExecForm } from './exec-form.ts';

const execForm = (text: string, keyword = 'cmd') =>
  asExecForm(instructionOf(dockerfileOf(`FROM debian:12\n${text}\n`), keyword));

test.each([
  ['CMD node server.js', '["node", "server.js"]'],
  ["CMD nginx -g 'daemon off;'", '["nginx", "-g", "daemon off;"]'],
  ['CMD exec nginx -g "daemon on"', '["nginx", "-g", "daemon on"]'],
  ['CMD python -m http.server "80"', '["python", "-m", "http.server", "80"]'],
])('%s is %s', (text, expected) => {
  expect(execForm(text)).toBe(expected);
});

test.each([
  'CMD node $FILE',
  'CMD a && b',
  'CMD a; b',
  'CMD a; b',
  'CMD a > b',
  'CMD ls *.js',
  'CMD A=1 node x',
  'CMD cd /app',
  'CMD sudo node x',
  'CMD ["node"]',
  'CMD',
  'SHELL ["pwsh", "-c"]\nCMD node x',
])('%s is left to the shell', (text) => {
  expect(execForm(text)).toBeUndefined();
});

test('where there is no shell it is the only form', () => {
  expect(asExecForm(instructionOf(dockerfileOf('FROM scratch\nCMD /app -v\n'), 'cmd'))).toBe('["/app", "-v"]');
});

test('other instructions have none', () => {
  expect(execForm('RUN ls', 'run')).toBeUndefined();
  expect(execForm('ENTRYPOINT /app', 'entrypoint')).toBe('["/app"]');
});
