import { sourceText } from '@dockwarden-internal/syntax';
import type { PackDocument, PolicySetting } from '../load/pack-document.ts';
import { type FindPack, type FoundPack, resolvePacks } from './resolve-packs.ts';

const pack = (policies: Record<string, PolicySetting>, ...parents: string[]): PackDocument => ({
  id: 'p',
  extends: parents,
  policies,
});

function finder(packs: Record<string, PackDocument>): FindPack & { readonly asked: string[] } {
  const asked: string[] = [];
  const find: FindPack = async (name, from) => {
    asked.push(`${name} from ${from}`);
    const own = packs[name];
    const missing = { code: 'pack/unknown', message: `no ${name}`, exit: 2 as const };
    return own ? { pack: own, location: name, diagnostics: [] } : { location: name, diagnostics: [missing] };
  };
  return Object.assign(find, { asked });
}

async function resolve(names: string[], packs: Record<string, PackDocument>) {
  const { settings, diagnostics, packs: found } = await resolvePacks(names, 'dockwarden.yaml', finder(packs));
  return {
    settings: Object.fromEntries([...settings].map(([id, { severity }]) => [id, severity])),
    messages: diagnostics.map(({ message }) => message),
    found: found.map(({ location }) => location),
  };
}

test('what a pack extends goes below it, packs in their order; later wins', async () => {
  const packs = {
    base: pack({ 'a/a': 'info', 'a/b': 'info', 'a/c': 'info' }),
    house: pack({ 'a/b': 'warning', 'a/c': 'warning' }, 'base'),
    last: pack({ 'a/c': 'error' }),
  };
  expect(await resolve(['house', 'last'], packs)).toEqual({
    settings: { 'a/a': 'info', 'a/b': 'warning', 'a/c': 'error' },
    messages: [],
    found: ['house', 'base', 'last'],
  });
  expect((await resolve(['last', 'house'], packs)).settings).toMatchObject({ 'a/c': 'warning' });
});

test('a pack is looked for from the file that names it', async () => {
  const find = finder({ a: pack({}, 'b'), b: pack({}) });
  await resolvePacks(['a'], 'dockwarden.yaml', find);
  expect(find.asked).toEqual(['a from dockwarden.yaml', 'b from a']);
});

test('a pack that cannot be found is said once, and the others hold', async () => {
  const packs = { a: pack({ 'a/a': 'info' }, 'gone'), b: pack({ 'a/b': 'info' }, 'gone') };
  expect(await resolve(['a', 'b'], packs)).toMatchObject({
    settings: { 'a/a': 'info', 'a/b': 'info' },
    messages: ['no gone'],
  });
});

test('a ring is named with its way round, and what is in it holds', async () => {
  const packs = { a: pack({ 'a/a': 'info' }, 'b'), b: pack({ 'a/b': 'info' }, 'a') };
  const { settings, messages } = await resolve(['a'], packs);
  expect(messages).toEqual(['the pack a extends itself: dockwarden.yaml → a → b → a']);
  expect(settings).toEqual({ 'a/a': 'info', 'a/b': 'info' });
});

test('packs that double at each step come to an end', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
  const packs = Object.fromEntries(
    names.map((name, index) => [name, pack({}, ...(index < 39 ? [`p${index + 1}`, `p${index + 1}`] : []))]),
  );
  const { messages } = await resolve(['p0'], packs);
  expect(messages).toEqual(['the packs name each other more than 1000 times']);
});

test('what is wrong with a pack as such is told where it is named', async () => {
  const source = sourceText('dockwarden.yaml', 'extends: [gone, a]\n');
  const placeOf = ([, index]: readonly (string | number)[]) => ({ source, span: { start: Number(index), end: 20 } });
  const inA: FoundPack['placeOf'] = () => ({ source: sourceText('a', 'b'), span: { start: 0, end: 1 } });
  const packs: Record<string, FoundPack> = {
    gone: { location: 'gone', diagnostics: [{ code: 'pack/unknown', message: 'none', exit: 2 }] },
    a: { location: 'a', pack: pack({}, 'a'), diagnostics: [], placeOf: inA },
  };
  const find: FindPack = async (name) => packs[name]!;
  const { diagnostics } = await resolvePacks(['gone', 'a'], 'dockwarden.yaml', find, new Map(), placeOf);
  expect(diagnostics.map(({ code, place }) => [code, place?.source.path, place?.span.start])).toEqual([
    ['pack/unknown', 'dockwarden.yaml', 0],
    ['pack/cycle', 'a', 0],
  ]);
});

test('a configuration that extends itself is told so, not that it is no pack', async () => {
  const noPack = { code: 'pack/shape', message: '`dockwarden` must be "pack/v1"', exit: 2 as const };
  const find: FindPack = async () => ({ location: 'dockwarden.yaml', diagnostics: [noPack] });
  const { diagnostics } = await resolvePacks(['./dockwarden.yaml'], 'dockwarden.yaml', find);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'dockwarden.yaml extends itself: dockwarden.yaml → dockwarden.yaml',
  ]);
});
