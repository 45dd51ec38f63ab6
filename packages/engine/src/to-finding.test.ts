import { textAt } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';
import { type LintFilesOptions, lintFiles, type TestPolicy } from './testing/lint-files.ts';
import { noWget, serviceRestart } from './testing/policies.ts';

type Files = string | Record<string, string>;

function only(files: Files, policy: TestPolicy, options?: LintFilesOptions): Finding {
  const findings = lintFiles(files, [policy], options);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

const printOf = (files: Files, policy: TestPolicy, options?: LintFilesOptions) =>
  only(files, policy, options).fingerprint;

describe('a finding sits', () => {
  const user: TestPolicy = { id: 'test/user', on: 'stage', require: { user: { root: false } }, at: 'user' };

  test('on what `at` names, also in another stage', () =>
    expect(textAt(only('FROM a AS x\nUSER root\nFROM x\n', { ...user, where: { final: true } }).place)).toBe('root'));

  test('on the nearest owner where that is not written', () =>
    expect(textAt(only('FROM debian:12\n', user).place)).toBe('debian:12'));

  test('on its subject without `at`, and on the element of `each`', () => {
    expect(textAt(only('FROM a\nRUN wget x\n', noWget).place)).toBe('wget x');
    const flag = { each: 'flags', forbid: { name: '--link' } };
    expect(textAt(only('FROM a\nCOPY --link a b\n', { id: 'test/flag', on: 'copy', checks: { flag } }).place)).toBe(
      '--link',
    );
  });

  test('on the first words of the file where nothing of it is written', () => {
    const policy = { id: 'test/ignore', on: 'context', require: { ignore: { exists: true } }, at: 'ignore' };
    const { place } = only('FROM a\nCOPY . .\n', policy);
    expect([place.source.path, place.span.start]).toEqual(['Dockerfile', 0]);
  });
});

test('related places: a property, every element of a collection, never the finding’s own', () => {
  const policy: TestPolicy = {
    id: 'test/related',
    on: 'stage',
    where: { final: true },
    forbid: { name: { exists: false } },
    related: ['self', 'instructions'],
  };
  const { related } = only('FROM debian\nRUN a\nRUN b\n', policy);
  expect(related.map(({ place, message }) => `${message}: ${textAt(place)}`)).toEqual([
    'instructions: RUN a',
    'instructions: RUN b',
  ]);
});

describe('a message', () => {
  test('that is not certain says so', () => {
    const policy: TestPolicy = {
      id: 'test/pin',
      on: 'stage',
      require: { base: { digest: { exists: true } } },
      unknown: 'report',
    };
    const { certain, message } = only('ARG B\nFROM $B\n', { ...policy, message: 'no digest' });
    expect({ certain, message }).toEqual({
      certain: false,
      message: 'no digest (not certain: base cannot be known here)',
    });
    const unless = { ...policy, require: { name: 'x' }, unless: { user: { root: false } }, message: 'no name' };
    expect(only('FROM acme/x\n', unless).message).toBe('no name (not certain: user cannot be known here)');
    const nested = { ...policy, require: { any: [{ base: { digest: 'x' } }, { name: 'x' }] }, message: 'neither' };
    expect(only('ARG B\nFROM $B\n', nested).message).toBe('neither (cannot be told for certain here)');
  });

  test('left out is made of the first clause that failed', () => {
    const policy: TestPolicy = { id: 'test/port', on: 'port', require: { number: { atLeast: 1024 } } };
    expect(only('FROM a\nEXPOSE 80\n', policy).message).toBe('A promise: number is 80, expected at least 1024');
  });

  test.each([
    ['FROM debian:12\n', { forbid: { base: { kind: 'image' } } }, 'A promise: base is otherwise'],
    ['FROM debian:12\n', { forbid: { index: 0 } }, 'A promise: index is 0'],
    [
      'FROM debian:12\n',
      { require: { ports: { empty: false } } },
      'A promise: ports is empty, expected not to be empty',
    ],
  ])('of %j by %j is made likewise', (text, check, message) =>
    expect(only(text, { id: 'test/left-out', on: 'stage', ...check }).message).toBe(message),
  );

  test('left out names as many items as one reads in a sentence', () => {
    const policy: TestPolicy = { id: 'test/list', on: 'command', forbid: { removes: { empty: false } } };
    expect(only('FROM a\nRUN rm /a /b /c\n', policy).message).toBe('A promise: removes is /a, /b, /c');
    expect(only('FROM a\nRUN rm /a /b /c /d /e\n', policy).message).toBe('A promise: removes is /a, /b, /c and 2 more');
  });

  test('left out does not say a secret', () => {
    const policy: TestPolicy = { id: 'test/value', on: 'variable', require: { value: 'x' } };
    const { message } = only('FROM a\nENV DB_PASSWORD=hunter2hunter2\n', policy);
    expect(message).toBe('A promise: value is •••, expected x');
  });
});

describe('a fingerprint', () => {
  const text = 'FROM a\nRUN one\nRUN wget x\n';
  const print = printOf(text, noWget);

  test.each([
    ['lines above', 'FROM a\n\n# why\n\nRUN one\nRUN wget x\n'],
    ['line endings', text.replaceAll('\n', '\r\n')],
    ['blanks', 'FROM a\nRUN one\nRUN   wget   x\n'],
    ['what stands below', `${text}RUN more\nUSER 1\n`],
    ['another keyword above', 'FROM a\nWORKDIR /x\nRUN one\nRUN wget x\n'],
    ['other words of the instruction', 'FROM a\nRUN one\nRUN ls && wget x\n'],
  ])('stays when this changes: %s', (_, changed) => expect(printOf(changed, noWget)).toBe(print));

  test.each([
    ['its words', 'FROM a\nRUN one\nRUN wget y\n'],
    ['its stage', 'FROM a AS b\nRUN one\nRUN wget x\n'],
    ['its ordinal', 'FROM a\nRUN wget x\n'],
  ])('changes with %s', (_, changed) => expect(printOf(changed, noWget)).not.toBe(print));

  test('differs between checks and files', () => {
    expect(printOf(text, { ...noWget, id: 'test/other' })).not.toBe(print);
    expect(printOf({ 'Dockerfile.dev': text }, noWget)).not.toBe(print);
  });

  test('stays when the project’s folder or the checkout is renamed', () => {
    const inProject = (root: string, name: string, path: string) =>
      printOf({ [path]: text }, noWget, {
        workspace: {
          projects: [{ name, root, tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] }],
        },
      });
    expect(inProject('apps/api', 'api', 'apps/api/Dockerfile')).toBe(
      inProject('services/api', 'api', 'services/api/Dockerfile'),
    );
    expect(inProject('.', 'clone', 'Dockerfile')).toBe(inProject('.', 'checkout', 'Dockerfile'));
  });

  test('knows a secret by its name, not by its value', () => {
    const policy: TestPolicy = { id: 'test/secret', on: 'variable', forbid: { secretLike: true }, at: 'value' };
    const env = (pairs: string) => printOf(`FROM a\nENV ${pairs}\n`, policy);
    expect(env('DB_PASSWORD=hunter2hunter2')).toBe(env('DB_PASSWORD=correcthorsebattery9'));
    expect(env('DB_PASSWORD=hunter2hunter2')).not.toBe(env('API_TOKEN=hunter2hunter2'));
    const service: TestPolicy = { id: 'test/secret', on: 'environment', forbid: { secretLike: true } };
    const compose = (pair: string) =>
      printOf({ 'compose.yaml': `services:\n  a:\n    image: a\n    environment:\n      - ${pair}\n` }, service);
    expect(compose('DB_PASSWORD=hunter2hunter2')).toBe(compose('DB_PASSWORD=correcthorsebattery9'));
    expect(compose('DB_PASSWORD=hunter2hunter2')).not.toBe(compose('API_TOKEN=hunter2hunter2'));
  });
});

describe('masks', () => {
  const masksOf = ({ masked }: Finding) => masked.map(textAt);

  test('are those of the file, whatever the finding is about', () =>
    expect(masksOf(only('FROM a\nENV DB_PASSWORD=hunter2hunter2\nRUN wget x\n', noWget))).toEqual(['hunter2hunter2']));

  test('may be in what the message takes from the file, not in its own words', () => {
    const policy: TestPolicy = { ...noWget, message: '{{ name }} fetches a secret' };
    const { message, values } = only('FROM a\nENV DB_PASSWORD=secret\nRUN wget x\n', policy);
    expect(values!.map(({ start, end }) => message.slice(start, end))).toEqual(['wget']);
    expect(only('FROM a\nRUN wget x\n', policy).values).toBeUndefined();
    const { values: none } = only('FROM a\nENV DB_PASSWORD=secret\nRUN wget x\n', { ...noWget, message: 'no secret' });
    expect(none).toEqual([]);
  });

  test('are of every file that is shown', () => {
    const files = {
      'compose.yaml': 'services:\n  a:\n    image: a\n    environment: { DB_PASSWORD: hunter2hunter2 }\n',
      'compose.override.yaml': 'services:\n  a:\n    restart: "no"\n    environment: { API_TOKEN: hunter2hunter3 }\n',
    };
    const policy: TestPolicy = {
      id: 'test/no',
      on: 'service',
      forbid: { restart: 'no' },
      at: 'restart',
      related: 'image',
    };
    expect(masksOf(only(files, policy))).toEqual(['hunter2hunter3', 'hunter2hunter2']);
  });

  test('hold for parse faults as well, and for style of the file as written', () => {
    const [fault] = lintFiles('FROM a\nENVV DB_PASSWORD=hunter2hunter2\n', []);
    expect(masksOf(fault!)).toEqual(['hunter2hunter2']);
    const doubled =
      'services:\n  a:\n    environment:\n      DB_PASSWORD: hunter2hunter2\n      DB_PASSWORD: hunter2hunter3\n';
    const twice = lintFiles({ 'compose.yaml': doubled }, [serviceRestart]);
    expect(twice).toHaveLength(2);
    for (const finding of twice)
      expect(masksOf(finding)).toEqual(expect.arrayContaining(['hunter2hunter2', 'hunter2hunter3']));
  });
});

describe('in messages', () => {
  const compose = (key: string) => ({ 'compose.yaml': `services:\n  a:\n    image: a:1\n    ${key}\n` });
  const grace = { id: 'test/grace', on: 'service', require: { stopGracePeriod: { atMost: '1m' } } };
  const memory = { id: 'test/memory', on: 'service', require: { 'limits.memory': { atMost: '2g' } } };

  test('durations have their units', () => {
    const files = compose('stop_grace_period: 90s');
    expect(only(files, { ...grace, message: '{{ stopGracePeriod }} is long' }).message).toBe('1m30s is long');
    expect(only(files, grace).message).toMatch(/stopGracePeriod is 1m30s, expected at most 1m$/);
  });

  test('sizes are as they are written', () => {
    const files = compose('mem_limit: "3g"');
    expect(only(files, { ...memory, message: '{{ limits.memory }} is much' }).message).toBe('3g is much');
    expect(only(files, memory).message).toMatch(/limits\.memory is 3g, expected at most 2g$/);
    const params = { most: { description: 'M.', type: 'string', default: '1g' } } as const;
    const byParam = { ...memory, params, require: { 'limits.memory': { atMost: { param: 'most' } } } };
    expect(only(files, byParam).message).toMatch(/expected at most 1g$/);
  });
});

describe('what is missing', () => {
  const labels = { ownLabels: { hasAll: ['a', 'b'] } };
  const file = 'FROM debian:12\nLABEL a=1\n';

  test('makes a fingerprint of each item where the finding is about that', () =>
    expect(only(file, { id: 'test/labels', on: 'stage', require: labels }).items).toHaveLength(1));

  test('and none where an exemption, or another clause, asked for it', () => {
    const exempt: TestPolicy = { id: 'test/root', on: 'stage', unless: labels, require: { 'user.root': false } };
    expect(only(file, exempt)).not.toHaveProperty('items');
    const both: TestPolicy = { id: 'test/both', on: 'stage', require: { ...labels, 'user.root': false } };
    expect(only(file, both)).not.toHaveProperty('items');
  });
});
