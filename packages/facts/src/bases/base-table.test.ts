import { parseReference, type Reference } from '@dockwarden-internal/syntax';
import { names, type TagLayer } from './base-entry.ts';
import { baseTable, lookUpBase } from './look-up-base.ts';

const { profiles, images, asked } = baseTable;
const layers = [
  ...Object.values(profiles),
  ...images,
  ...[...Object.values(profiles), ...images].flatMap((layer): readonly TagLayer[] => layer.tags ?? []),
];
const KEYS = new Set([
  'match', 'unknown', 'extends', 'asOf', 'variant', 'distro', 'libc', 'user', 'uid', 'users', 'shell', 'shells', 'managers', 'programs', 'without', 'unsure',
  'open', 'runtimes', 'java', 'ports', 'workdir', 'volumes', 'data', 'formerData', 'entrypoint', 'cmd', 'init', 'env', 'tags', 'sources', 'words',
]); // biome-ignore format: one list

test('the table has the usual images, and the day of its last change', () => {
  const repositories = new Set(
    images.filter((entry) => !entry.unknown).flatMap((entry) => entry.match.map((pattern) => pattern.split(':')[0])),
  );
  expect(repositories.size).toBeGreaterThan(100);
  expect(baseTable.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('every layer has known keys, known profiles, absolute folders, and programs in one list only', () => {
  for (const layer of layers) {
    expect(Object.keys(layer).filter((key) => !KEYS.has(key))).toEqual([]);
    if ('extends' in layer && layer.extends !== undefined) expect(Object.keys(profiles)).toContain(layer.extends);
    for (const folder of [
      ...(layer.volumes ?? []),
      ...(layer.data ?? []),
      ...(layer.formerData ?? []),
      layer.workdir ?? '/',
    ])
      expect(folder).toMatch(/^\//);
    const lists = [layer.programs, layer.without, layer.unsure].flatMap((list) => [...names(list)]);
    expect(lists.filter((name, i) => lists.indexOf(name) !== i)).toEqual([]);
    for (const name of [...names(layer.without), ...names(layer.unsure)])
      if (!names(asked).includes(name)) expect(EXTRA).toContain(name);
  }
});

/** A reference that a pattern fits. */
function example(pattern: string): string {
  return pattern
    .replace(/\{[a-z]+(?::(\d+)[\d|]*)?\}/g, (_, major) => major ?? '9')
    .replace(/-\*(?=:)/g, '-9')
    .replace(/\*/g, '');
}

/** Asked for by no policy in general, but worth saying of one image. */
const EXTRA = ['mysql', 'mysqladmin', 'mysqlsh', 'rabbitmqadmin'];

test('an entry that was not held against its sources says nothing of what it does not name', () => {
  for (const entry of images)
    if (!entry.unknown && entry.asOf === undefined) expect([entry.match, entry.open]).toEqual([entry.match, true]);
  const dated = images.filter((entry) => entry.asOf !== undefined);
  expect(dated.length).toBeGreaterThan(90);
  for (const { asOf } of dated) expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('every entry is reached by a text that its own patterns fit', () => {
  for (const entry of images) {
    if (entry.unknown) continue;
    const reached = entry.match.filter((pattern) => {
      const text = example(pattern);
      const reference = parseReference(text.endsWith(':') ? `${text}x` : text.replace(/:-/, ':x-'));
      return !('fault' in reference) && lookUpBase(reference)?.entry === pattern;
    });
    expect([entry.match, reached.length > 0]).toEqual([entry.match, true]);
  }
});

test('what is looked up is whole and agrees with itself', () => {
  for (const entry of images) {
    for (const pattern of entry.match) {
      const text = example(pattern);
      const reference = parseReference(text.endsWith(':') ? `${text}x` : text);
      if ('fault' in reference) continue;
      const facts = lookUpBase(reference as Reference);
      if (!facts) continue;
      expect(facts.programs.filter((name) => facts.lacks.includes(name))).toEqual([]);
      expect(facts.shells.filter((shell) => !facts.programs.includes(shell))).toEqual([]);
      expect(facts.sources.length).toBeGreaterThan(0);
      expect(facts.uid === 0).toBe(['', 'root', '0'].includes(facts.user));
      expect(facts.env).toContain('PATH');
      expect(facts.variant === 'distroless' && !/debug|dev/.test(text) ? facts.shells : []).toEqual([]);
      if (facts.managers.includes('apt')) expect(facts.programs).toContain('apt-get');
    }
  }
});
