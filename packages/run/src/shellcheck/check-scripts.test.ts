import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { checkScripts, type Script } from './check-scripts.ts';

afterAll(removeTemporaryFolders);

/** A program in the place of ShellCheck. */
function program(body: string) {
  const folder = temporaryFolder({ shellcheck: `#!/bin/sh\n${body}\n` });
  chmodSync(join(folder, 'shellcheck'), 0o755);
  return { program: join(folder, 'shellcheck'), identity: 'x' };
}

/** Says of each file its dialect and first word, as a remark on its second line. */
const ECHO = `
for last; do :; done
for each; do case $each in --shell=*) shell=\${each#--shell=};; esac; done
printf '{"comments":['
comma=
for each; do
  case $each in
    --*) ;;
    *) read -r word < "$each"
       printf '%s{"file":"%s","line":2,"endLine":2,"column":1,"endColumn":2,"level":"info","code":2086,"message":"%s %s"}' "$comma" "$each" "$shell" "$word"
       comma=, ;;
  esac
done
printf ']}'
exit 1`;

const script = (text: string, dialect: Script['dialect'] = 'sh'): Script => ({ dialect, text });

test('each script has its own remarks, read in its dialect', () => {
  const scripts = [script('one\n'), script('two\n', 'bash'), script('three\n')];
  const { comments, diagnostics } = checkScripts(program(ECHO), scripts);
  expect(diagnostics).toEqual([]);
  expect(scripts.map((each) => comments.get(each)?.map(({ message }) => message))).toEqual([
    ['sh one'],
    ['bash two'],
    ['sh three'],
  ]);
});

test('many scripts are read by several processes', () => {
  const scripts = Array.from({ length: 250 }, (_, index) => script(`word${index}\n`));
  const { comments } = checkScripts(program(ECHO), scripts);
  expect(comments.get(scripts[249]!)?.[0]?.message).toBe('sh word249');
});

test('without scripts nothing is started', () => {
  expect(checkScripts({ program: '/nowhere', identity: '' }, [])).toEqual({ comments: new Map(), diagnostics: [] });
});

test.each([
  ['prints no report', 'echo "shellcheck: broken" >&2; exit 3', 'gave no report: shellcheck: broken'],
  ['prints something else', 'echo \'{"comments":1}\'', 'gave no report'],
])('a program that %s is told', (_, body, message) => {
  const { comments, diagnostics } = checkScripts(program(body), [script('a\n')]);
  expect(comments.size).toBe(0);
  expect(diagnostics).toMatchObject([{ code: 'shellcheck/failed', exit: 3 }]);
  expect(diagnostics[0]!.message).toContain(message);
});

test('what is not there any more is told', () => {
  expect(checkScripts({ program: '/nowhere/shellcheck', identity: '' }, [script('a\n')]).diagnostics).toMatchObject([
    { code: 'shellcheck/failed' },
  ]);
});

test('remarks of the wrong shape are left out', () => {
  const wrong = '{"comments":[null,{"file":"0.sh"},{"file":"0.sh","line":"2"}]}';
  const only = script('a\n');
  expect(checkScripts(program(`echo '${wrong}'`), [only]).comments.get(only)).toEqual([]);
});

test('a program that does not end is stopped', () => {
  const started = Date.now();
  expect(checkScripts(program('exec sleep 30'), [script('a\n')], 300).diagnostics).toMatchObject([
    { code: 'shellcheck/time', exit: 3 },
  ]);
  expect(Date.now() - started).toBeLessThan(10_000);
});

test('options of the surroundings do not count', () => {
  process.env['SHELLCHECK_OPTS'] = '--severity=error';
  try {
    const only = script('a\n');
    const { comments } = checkScripts(
      program(
        'printf \'{"comments":[{"file":"0.sh","line":2,"endLine":2,"column":1,"endColumn":2,"level":"info","code":1,"message":"%s %s"}]}\' "$SHELLCHECK_OPTS" "$LC_ALL"',
      ),
      [only],
    );
    expect(comments.get(only)?.[0]?.message).toBe(' C.UTF-8');
  } finally {
    delete process.env['SHELLCHECK_OPTS'];
  }
});
