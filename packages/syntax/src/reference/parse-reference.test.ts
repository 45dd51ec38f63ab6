import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseReference } from './parse-reference.ts';
import { canonicalText, familiarText, type Reference } from './reference.ts';

interface Verdict {
  text: string;
  error?: string;
  registry?: string;
  repository?: string;
  name?: string;
  tag?: string;
  digest?: string;
  canonical?: string;
  familiar?: string;
}

// Recorded by scripts/oracle/reference from distribution/reference.
const recorded: Verdict[] = JSON.parse(readFileSync(join(__dirname, 'distribution-verdicts.generated.json'), 'utf8'));

test.each(recorded)('agrees with Docker on "$text"', ({ text, error, ...parts }) => {
  const found = parseReference(text);
  if ('fault' in found) {
    expect(error).toBeDefined();
    if (found.fault === 'uppercase') expect(error).toContain('must be lowercase');
    return;
  }
  const { registry, repository, name, tag, digest } = found;
  const ours = {
    registry,
    repository,
    name,
    tag,
    digest,
    canonical: canonicalText(found),
    familiar: familiarText(found),
  };
  expect({ ...ours, registry: registry || undefined }).toEqual({ ...{ tag: undefined, digest: undefined }, ...parts });
});

test('the record is of the size it should be, with names taken and refused', () => {
  expect(recorded.length).toBeGreaterThan(450);
  expect(recorded.filter((verdict) => verdict.error).length).toBeGreaterThan(150);
});

const parts = ({ text, spans }: Reference) =>
  Object.fromEntries(Object.entries(spans).map(([name, span]) => [name, span && text.slice(span.start, span.end)]));

test('each part has its place', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const found = parseReference(`localhost:5000/acme/app:1.2@${digest}`) as Reference;
  expect(parts(found)).toEqual({ registry: 'localhost:5000', repository: 'acme/app', tag: '1.2', digest });
  expect(parts(parseReference('node') as Reference)).toEqual({ repository: 'node' });
  expect(parts(parseReference('index.docker.io/node:22') as Reference)).toEqual({
    registry: 'index.docker.io',
    repository: 'node',
    tag: '22',
  });
});

test.each([
  ['', 'empty', ''],
  ['0'.repeat(64), 'image-id', '0'.repeat(64)],
  ['https://ghcr.io/acme/app', 'scheme', 'https://'],
  ['ghcr.io/Acme/app:1', 'uppercase', 'Acme/app'],
  ['-x.io/app', 'registry', '-x.io'],
  ['ghcr.io/acme//app:1', 'repository', 'acme//app'],
  ['ghcr.io/:1', 'repository', ''],
  ['node:22:1', 'tag', '22:1'],
  ['node:', 'tag', ''],
  ['node@sha256:12', 'digest', 'sha256:12'],
  ['a'.repeat(300), 'too-long', 'a'.repeat(300)],
])('%.30j has the fault %s at %.20j', (text, name, at) => {
  const found = parseReference(text);
  if (!('fault' in found)) throw new Error('no fault');
  expect(found.fault).toBe(name);
  expect(text.slice(found.span.start, found.span.end)).toBe(at);
  expect(found.message).toMatch(/\.$|:$/);
});

test('says what is wrong with a digest', () => {
  const message = (digest: string) => {
    const found = parseReference(`node@${digest}`);
    return 'fault' in found ? found.message : undefined;
  };
  expect(message(`sha256:${'a'.repeat(63)}`)).toContain('64 digits; this one has 63');
  expect(message(`md5:${'a'.repeat(32)}`)).toContain('"md5" is no algorithm');
  expect(message(`sha256:${'A'.repeat(64)}`)).toContain('lower case');
});

test('both ways to write a reference name the same image', () => {
  const text = fc
    .tuple(
      fc.constantFrom('', 'docker.io/', 'index.docker.io/', 'ghcr.io/', 'localhost:5000/'),
      fc.constantFrom('node', 'library/node', 'acme/app', 'a/b/c'),
      fc.constantFrom('', ':1', `@sha256:${'0'.repeat(64)}`, `:1@sha256:${'0'.repeat(64)}`),
    )
    .map((written) => written.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const found = parseReference(written) as Reference;
      for (const other of [canonicalText(found), familiarText(found)]) {
        expect(canonicalText(parseReference(other) as Reference)).toBe(canonicalText(found));
      }
    }),
  );
});

test('takes no time on long texts', () => {
  const start = performance.now();
  for (const piece of ['a', 'a.', 'a-', 'a--', 'a/', 'A', '_', ':', '@', 'a.a:1/', '.']) {
    for (const last of ['', '!', '/', ':', '@']) parseReference(piece.repeat(50_000) + last);
  }
  expect(performance.now() - start).toBeLessThan(60_000);
});

test('reads any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = parseReference(text);
      if ('fault' in found) expect(found.span.end).toBeLessThanOrEqual(text.length);
      else expect(found.text).toBe(text);
    }),
  );
});
