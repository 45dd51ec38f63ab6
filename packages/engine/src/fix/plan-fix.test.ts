import type { FixDocument } from '@dockwarden-internal/policy';
import { applyAll } from '../examples/apply-all.ts';
import { lintFiles, type TestPolicy } from '../testing/lint-files.ts';
import { offeredFixes, withoutOverlap } from './choose-fixes.ts';

type Files = string | Record<string, string>;

/** The files after all fixes of a policy, unsafe ones included; of a single text the text. */
function mended(files: Files, policy: TestPolicy): unknown {
  const texts = typeof files === 'string' ? { Dockerfile: files } : files;
  const after = applyAll(texts, withoutOverlap(offeredFixes(lintFiles(texts, [policy]), true)).edits);
  return typeof files === 'string' ? after['Dockerfile'] : after;
}

const offers = (files: Files, policy: TestPolicy) => lintFiles(files, [policy]).map(({ fix }) => fix?.safety ?? 'none');

const apt = (fix: FixDocument): TestPolicy => ({
  id: 'test/apt',
  on: 'command',
  where: { name: 'apt-get', subcommand: 'install' },
  forbid: { name: 'apt-get' },
  fix,
});

describe('insert', () => {
  const yes = apt({ insert: ' -y', after: 'subcommand' });
  test('before or after words of a command', () => {
    expect(mended('FROM a\nRUN apt-get install curl\n', yes)).toBe('FROM a\nRUN apt-get install -y curl\n');
    expect(mended('FROM a\nRUN apt-get install curl\n', apt({ insert: 'x ', before: 'self' }))).toBe(
      'FROM a\nRUN x apt-get install curl\n',
    );
  });
  test('in heredocs, before a carriage return', () => {
    const text = 'FROM a\r\nRUN <<EOF\r\napt-get install curl\r\nEOF\r\n';
    expect(mended(text, apt({ insert: ' wget', after: 'self' }))).toBe(text.replace('curl', 'curl wget'));
  });
  test('not into a JSON form, and not what would break the quotes around', () => {
    expect(offers('FROM a\nRUN ["apt-get", "install", "curl"]\n', yes)).toEqual(['none']);
    expect(offers('FROM a\nRUN sh -c "apt-get install curl"\n', apt({ insert: ' "x"', after: 'self' }))).toEqual([
      'none',
    ]);
  });
  test('behind parser directives, which would be none below another comment', () => {
    const owner = (insert: string, before = 'self'): TestPolicy => ({
      id: 'test/owner',
      on: 'dockerfile',
      require: { comments: { some: { content: { startsWith: 'owner' } } } },
      fix: { insert, before },
    });
    const [head, rest] = ['# syntax=docker/dockerfile:1\n# escape=\\\n', '# x\nFROM a\n'];
    expect(mended(head + rest, owner('# owner: a\n'))).toBe(`${head}# owner: a\n${rest}`);
    expect(mended(`\uFEFF${head}${rest}`, owner('# owner: a\n'))).toBe(`\uFEFF${head}# owner: a\n${rest}`);
    expect(mended(rest, owner('# owner: a\n'))).toBe(`# owner: a\n${rest}`);
    expect(mended(head + rest, owner('# check=skip=all\n'))).toBe(`# check=skip=all\n${head}${rest}`);
    expect(mended(head + rest, owner('acme/', 'syntax'))).toBe(`${head.replace('docker/', 'acme/docker/')}${rest}`);
  });
  test('not before a byte order mark', () => {
    const first: TestPolicy = { id: 'test/first', on: 'dockerfile', forbid: { syntax: { exists: false } } };
    const fix = { insert: '# syntax=docker/dockerfile:1\n', before: 'self' };
    expect(mended('\ufeffFROM a\n', { ...first, fix })).toBe('\ufeff# syntax=docker/dockerfile:1\nFROM a\n');
  });
  test('not beside an owner where the words themselves are not written', () => {
    const joined = apt({ insert: ' && rm x', after: 'runEnd' });
    expect(mended('FROM a\nRUN apt-get install $(b)\n', joined)).toBe('FROM a\nRUN apt-get install $(b) && rm x\n');
    expect(offers('FROM a\nRUN apt-get install b; exit\n', joined)).toEqual(['none']);
    expect(offers('FROM a\nRUN apt-get install curl\n', apt({ insert: ' -y', after: 'run.chown' }))).toEqual(['none']);
  });
  test('new lines end as those of the file', () =>
    expect(mended('FROM a\r\nRUN apt-get install b\r\n', apt({ insert: ' \\\n  -y', after: 'subcommand' }))).toBe(
      'FROM a\r\nRUN apt-get install \\\r\n  -y b\r\n',
    ));
});

describe('replace', () => {
  test('not where a comment between its lines would be lost', () => {
    const execForm: TestPolicy = {
      id: 'test/exec',
      on: 'instruction',
      where: { keyword: 'cmd' },
      forbid: { form: 'shell' },
      fix: { replace: 'execForm', with: '{{ execForm }}', safety: 'unsafe' },
    };
    expect(offers('FROM a\nCMD node \\\n  # the server\n  a.js\n', execForm)).toEqual(['none']);
    expect(mended('FROM a\nCMD node \\\n  a#b.js\n', execForm)).toBe('FROM a\nCMD node \\\n  a#b.js\n');
    expect(mended('FROM a\nCMD node \\\n  a.js\n', execForm)).toBe('FROM a\nCMD ["node", "a.js"]\n');
  });
  const replace = (fix: FixDocument, on = 'stage'): TestPolicy => ({
    id: 'test/r',
    on,
    forbid: { self: { exists: true } },
    fix,
  });
  test('a place, or every element of a collection', () => {
    expect(
      mended('FROM a AS B\nCOPY --from=B x y\n', replace({ replace: 'nameUses', with: '{{ name | lower }}' })),
    ).toBe('FROM a AS b\nCOPY --from=b x y\n');
    expect(mended('FROM a\n', replace({ replace: 'base', with: '{{ base.text }}:1' }))).toBe('FROM a:1\n');
  });
  test('nothing is offered where a value is absent, not known, a secret, or has to be looked up', () => {
    expect(offers('FROM a\n', replace({ replace: 'base', with: '{{ base.tag }}' }))).toEqual(['none']);
    expect(
      offers(
        'FROM a\nENV DB_PASSWORD=hunter2hunter2\n',
        replace({ replace: 'value', with: '{{ value }}!' }, 'variable'),
      ),
    ).toEqual(['none']);
    expect(offers('FROM a\n', replace({ replace: 'base', with: '{{ resolve.digest }}', safety: 'unsafe' }))).toEqual([
      'none',
    ]);
  });
});

describe('remove', () => {
  const option: TestPolicy = {
    id: 'test/option',
    on: 'instruction',
    checks: { link: { each: 'flags', forbid: { name: '--link' }, fix: { remove: 'self', safety: 'unsafe' } } },
  };
  test('words with the blank before them, and instructions with their lines', () => {
    expect(mended('FROM a\nCOPY --link b c\n', option)).toBe('FROM a\nCOPY b c\n');
    const cmd: TestPolicy = {
      id: 'test/cmd',
      on: 'cmd',
      forbid: { overriddenBy: { exists: true } },
      fix: { remove: 'self' },
    };
    expect(mended('FROM a\nCMD x \\\n  y\nCMD z\n', cmd)).toBe('FROM a\nCMD z\n');
  });
});

test('a command goes with one operator, or not at all', () => {
  const gone: TestPolicy = { id: 'test/gone', on: 'command', forbid: { name: 'zzz' }, fix: { remove: 'self' } };
  expect(mended('FROM a\nRUN a && zzz\n', gone)).toBe('FROM a\nRUN a\n');
  expect(mended('FROM a\nRUN zzz && b\n', gone)).toBe('FROM a\nRUN b\n');
  expect(offers('FROM a\nRUN zzz\nRUN a || zzz\n', gone)).toEqual(['none', 'none']);
  const all: TestPolicy = { id: 'test/all', on: 'run', forbid: { heredocs: 0 }, fix: { remove: 'commands' } };
  expect([...offers('FROM a\nRUN a && b\n', all), mended('FROM a\nRUN a && b\n', all)]).toEqual([
    'safe',
    'FROM a\nRUN a && b\n',
  ]);
});

describe('append', () => {
  const ignore: TestPolicy = {
    id: 'test/ignore',
    on: 'context',
    require: { ignore: { excludes: ['.git', 'a, b'] } },
    fix: { append: 'ignore', lines: '{{ missing }}' },
  };
  const dockerfile = 'FROM a\nCOPY . .\n';
  test('what is missing, in the line endings of the file', () => {
    expect(mended({ Dockerfile: dockerfile, '.dockerignore': 'x\r\n.git' }, ignore)).toEqual({
      Dockerfile: dockerfile,
      '.dockerignore': 'x\r\n.git\r\na, b\r\n',
    });
  });
  test('to a new file where there is none: that of the Dockerfile, where others have one of their own', () => {
    expect(mended({ Dockerfile: dockerfile }, ignore)).toHaveProperty(['.dockerignore'], '.git\na, b\n');
    expect(
      mended(
        { 'a.Dockerfile': dockerfile, 'b.Dockerfile': 'FROM b\n', 'b.Dockerfile.dockerignore': '.git\na, b\n' },
        ignore,
      ),
    ).toHaveProperty(['a.Dockerfile.dockerignore'], '.git\na, b\n');
  });
});

describe('set and sort', () => {
  const set: TestPolicy = {
    id: 'test/set',
    on: 'service',
    require: { readOnly: true },
    fix: { set: 'readOnly', to: true },
  };
  const service = (lines: string) => ({ 'compose.yaml': `services:\n  a:\n    image: b # why\n${lines}` });
  test('a key that is missing, or has another value; comments stay', () => {
    expect(mended(service(''), set)).toEqual(service('    read_only: true\n'));
    expect(mended(service('    read_only: false # no\n'), set)).toEqual(service('    read_only: true # no\n'));
  });
  test('in the last file that sets it, which has the last word', () => {
    const files = {
      'compose.override.yaml': 'services:\n  a:\n    read_only: false\n',
      'compose.yaml': 'services:\n  a:\n    image: b\n    read_only: false\n',
    };
    const after = mended(files, set) as Record<string, string>;
    expect(after['compose.override.yaml']).toBe('services:\n  a:\n    read_only: true\n');
  });
  test('a merged model is not sorted', () => {
    const merged: TestPolicy = {
      id: 'test/merged',
      on: 'service',
      require: { environment: { ordered: true } },
      fix: { sort: 'environment' },
    };
    expect(() => lintFiles(service(''), [merged])).toThrow('cannot be sorted');
  });
  test('not through an alias', () =>
    expect(offers({ 'compose.yaml': 'x-a: &a { image: b }\nservices:\n  a: *a\n' }, set)).toEqual(['none']));
  test('by the order that the check demands; comments travel', () => {
    const sort: TestPolicy = {
      id: 'test/sort',
      on: 'raw-service',
      require: { keys: { ordered: true } },
      fix: { sort: 'keys' },
    };
    expect(
      mended({ 'compose.yaml': 'services:\n  a:\n    # i\n    image: b\n    # c\n    command: d\n' }, sort),
    ).toEqual({
      'compose.yaml': 'services:\n  a:\n    # c\n    command: d\n    # i\n    image: b\n',
    });
  });
});

test('what cannot be told for certain has no fix', () => {
  const policy: TestPolicy = {
    id: 'test/pin',
    on: 'stage',
    require: { base: { tag: '1' } },
    unknown: 'report',
    fix: { replace: 'base', with: 'x' },
  };
  expect(offers('ARG T\nFROM a:$T\n', policy)).toEqual(['none']);
});
