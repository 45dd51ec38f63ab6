import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeLoader } from './code-loader.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-loader-'));
const bundle = join(root, 'bundle');
const folder = join(root, 'code');
const entry = join(folder, 'entry.js.code');

beforeEach(() => {
  for (const made of [bundle, folder]) {
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made);
  }
  writeFileSync(
    join(bundle, 'entry.js'),
    'const part = require("./part.js"); exports.say = () => part.word() + require("node:path").sep + __dirname;',
  );
  writeFileSync(join(bundle, 'part.js'), 'const entry = require("./entry.js"); exports.word = () => typeof entry + 1;');
});
afterAll(() => rmSync(root, { recursive: true }));

/** One run: loads the entry, calls it, keeps what is new. */
function run(): string {
  const loader = codeLoader(bundle, folder, require);
  const product = loader.load('entry.js') as { say: () => string };
  const said = product.say();
  loader.keep();
  return said;
}

const whenWritten = () => readdirSync(folder).map((name) => statSync(join(folder, name), { bigint: true }).mtimeNs);

test('files of a bundle load one another, in a circle too, and all else as ever', () => {
  expect(run()).toBe(`object1/${bundle}`);
});

test('a second run says the same from the code of the first, and writes nothing', () => {
  const said = run();
  const before = whenWritten();
  expect(readdirSync(folder)).toEqual(['entry.js.code', 'part.js.code']);
  expect(run()).toBe(said);
  expect(whenWritten()).toEqual(before);
});

test('a run that loads more keeps the functions that it called in the files known before, too', () => {
  writeFileSync(join(bundle, 'entry.js'), 'exports.say = () => 1; exports.more = () => require("./part.js").word();');
  run();
  const length = readFileSync(entry).length;
  const loader = codeLoader(bundle, folder, require);
  (loader.load('entry.js') as { more: () => string }).more();
  loader.keep();
  expect(readFileSync(entry).length).toBeGreaterThan(length);
});

test('code of another source is not used, though it is as long', () => {
  run();
  const source = readFileSync(join(bundle, 'part.js'), 'utf8');
  writeFileSync(join(bundle, 'part.js'), source.replace('+ 1', '+ 2'));
  expect(run()).toBe(`object2/${bundle}`);
  expect(run()).toBe(`object2/${bundle}`);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (bytes) => bytes.subarray(0, -1)],
  ['nothing but zeros', (bytes) => Buffer.alloc(bytes.length)],
  ['with one bit turned', (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)))],
])('code that is %s is made anew', (_, spoil) => {
  const said = run();
  const whole = readFileSync(entry);
  writeFileSync(entry, spoil(whole));
  expect(run()).toBe(said);
  expect(readFileSync(entry).length).toBe(whole.length);
});

test('where nothing can be kept, a run says the same', () => {
  const said = run();
  rmSync(folder, { recursive: true });
  expect(run()).toBe(said);
});
