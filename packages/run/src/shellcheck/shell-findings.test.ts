import { buildWorld } from '@dockwarden-internal/facts';
import type { PolicySettings } from '@dockwarden-internal/policy';
import { textAt } from '@dockwarden-internal/syntax';
import type { Script } from './check-scripts.ts';
import type { ShellComment } from './read-comments.ts';
import { keyOf, shellFindings } from './shell-findings.ts';

const shellcheck = { program: '/bin/shellcheck', identity: '1' };

/** Remarks on every `$word` of the text. */
function remarks({ text }: Script): ShellComment[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\$\w+/g)].map(({ 0: word, index: at }) => {
      const column = [...line.slice(0, at)].length + 1;
      const place = { line: index + 1, endLine: index + 1, column, endColumn: column + word.length };
      return { file: '0.sh', ...place, level: 'style' as const, code: 2086, message: `quote ${word}` };
    }),
  );
}

function run(text: string, settings: Readonly<Record<string, PolicySettings>> = { shellcheck: { severity: 'info' } }) {
  const fs = { read: () => text, kind: () => undefined, list: () => [] };
  const workspace = { root: '/w', tool: 'folder' as const, projects: [] };
  const files = [{ path: 'Dockerfile', kind: 'dockerfile' as const }];
  const { dockerfiles } = buildWorld({ fs, workspace, settings: {}, files });
  const asked: Script[] = [];
  const kept = new Map<string, readonly ShellComment[]>();
  const known = {
    get: (script: Script) => kept.get(keyOf(script)),
    add: (script: Script, comments: readonly ShellComment[]) => void kept.set(keyOf(script), comments),
  };
  const found = () =>
    shellFindings(
      shellcheck,
      dockerfiles,
      () => new Map(Object.entries(settings)),
      known,
      (_, scripts) => {
        asked.push(...scripts);
        return { comments: new Map(scripts.map((script) => [script, remarks(script)])), diagnostics: [] };
      },
    ).byPath.get('Dockerfile') ?? [];
  return { asked, found };
}

const places = (text: string) =>
  run(text)
    .found()
    .map(({ place }) => `${place.source.text.slice(0, place.span.start).split('\n').length} ${textAt(place)}`);

test('a remark is a finding at the words of the file', () => {
  const [finding] = run('FROM debian:12\nRUN echo $a\n').found();
  expect(finding).toMatchObject({
    id: 'shellcheck:SC2086',
    policy: 'shellcheck',
    severity: 'info',
    message: 'quote $a',
    aliases: ['hadolint:SC2086'],
    docs: 'https://www.shellcheck.net/wiki/SC2086',
  });
  expect(textAt(finding!.place)).toBe('$a');
});

test.each([
  ['continuations and comments', 'FROM debian:12\nRUN echo $a && \\\n  # $c\n  echo $b\n', ['2 $a', '4 $b']],
  ['a heredoc', 'FROM debian:12\nRUN <<EOF\necho a\necho $b\nEOF\n', ['4 $b']],
  ['a heredoc without its tabs', 'FROM debian:12\nRUN <<-EOF\n\t\techo $a\n\techo $b\nEOF\n', ['3 $a', '4 $b']],
  ['a line and a heredoc', 'FROM debian:12\nRUN cat $a <<EOF\n$b\nEOF\n', ['2 $a', '3 $b']],
  ['characters of two units', 'FROM debian:12\nRUN echo 😀é $a\n', ['2 $a']],
  ['windows line ends', 'FROM debian:12\r\nRUN echo $a && \\\r\n  echo $b\r\n', ['2 $a', '3 $b']],
  ['a trigger', 'FROM debian:12\nONBUILD RUN echo $a\n', ['2 $a']],
])('through %s', (_, text, expected) => expect(places(text)).toEqual(expected));

test('variables that are set are declared first, and of that line nothing is said', () => {
  const { asked, found } = run('FROM debian:12\nARG A\nENV B=1\nRUN echo $A $B $C\n');
  expect(found()).toHaveLength(3);
  expect(asked[0]!.text).toBe('export A=1 B=1\necho $A $B $C\n');
  const quoted = run('FROM debian:12\nARG A\nRUN echo $A\n');
  expect(quoted.found().map(({ message }) => message)).toEqual(['quote $A']);
});

test('only where it is set, and rule by rule', () => {
  const text = 'FROM debian:12\nRUN echo $a\n';
  expect(run(text, {}).found()).toEqual([]);
  expect(run(text, { shellcheck: { severity: 'off' } }).asked).toEqual([]);
  const on = { shellcheck: { severity: 'info' as const } };
  expect(run(text, { ...on, 'shellcheck:SC2086': { severity: 'off' } }).found()).toEqual([]);
  expect(run(text, { ...on, 'shellcheck:SC2086': { severity: 'error' } }).found()).toMatchObject([
    { severity: 'error' },
  ]);
});

test('equal scripts are asked for once, and never again', () => {
  const { asked, found } = run('FROM debian:12\nRUN echo $a\nRUN echo $a\n');
  expect(found()).toHaveLength(2);
  expect(found()).toHaveLength(2);
  expect(asked).toHaveLength(1);
});
