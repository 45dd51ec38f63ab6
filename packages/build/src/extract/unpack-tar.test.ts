import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderDigest } from './folder-digest.ts';
import { unpackTar } from './unpack-tar.ts';

let folder: string;
let into: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-tar-')));
  into = join(folder, 'into');
  mkdirSync(into);
});
afterEach(() => {
  execFileSync('chmod', ['-R', 'u+rwx', folder]);
  rmSync(folder, { recursive: true });
});

interface Made {
  readonly name: string;
  readonly type?: string;
  readonly body?: string;
  readonly link?: string;
  readonly mode?: number;
  readonly pax?: Readonly<Record<string, string>>;
}

/** An archive of entries that no program would write. */
function archive(entries: readonly Made[], end = Buffer.alloc(1024)): string {
  const blocks = entries.flatMap((entry) => [
    ...(entry.pax ? [block({ name: 'pax', type: 'x', body: Object.entries(entry.pax).map(record).join('') })] : []),
    block(entry),
  ]);
  const path = join(folder, 'made.tar');
  writeFileSync(path, Buffer.concat([...blocks, end]));
  return path;
}

function record([key, value]: [string, string]): string {
  const rest = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(rest);
  const whole = length + String(length + String(length).length).length;
  return `${whole}${rest}`;
}

function block({ name, type = '0', body = '', link = '', mode = 0o644 }: Made): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write(`${mode.toString(8).padStart(7, '0')}\0`, 100);
  header.write(`${Buffer.byteLength(body).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000001750\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const bytes = Buffer.from(body);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

test.each(['ustar', 'pax', 'gnu'])('what tar writes as %s is what is unpacked', async (format) => {
  const from = join(folder, 'from');
  mkdirSync(join(from, 'a/b'), { recursive: true });
  writeFileSync(join(from, 'a/run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(from, 'a/b/big'), 'x'.repeat(3_000_001));
  writeFileSync(join(from, 'a/b/empty'), '', { mode: 0o444 });
  linkSync(join(from, 'a/b/big'), join(from, 'a/same'));
  symlinkSync('../run.sh', join(from, 'a/b/link'));
  if (format !== 'ustar') writeFileSync(join(from, `a/${'ä'.repeat(110)}`), 'long');
  utimesSync(join(from, 'a/run.sh'), 1000, 1000);
  chmodSync(join(from, 'a/b'), 0o750);
  const tar = join(folder, 'x.tar');
  execFileSync('tar', ['-C', from, `--format=${format}`, '-cf', tar, '.']);
  expect(await unpackTar(tar, into)).toEqual({
    files: format === 'ustar' ? 4 : 5,
    bytes: 3_000_011 + (format === 'ustar' ? 0 : 4),
    devices: 0,
  });
  expect(folderDigest(into)).toBe(folderDigest(from));
  expect(lstatSync(join(into, 'a/run.sh')).mtimeMs).toBe(1_000_000);
  expect(lstatSync(join(into, 'a/same')).ino).toBe(lstatSync(join(into, 'a/b/big')).ino);
});

test.each<[string, Made[]]>([
  ['a path that climbs', [{ name: '../out', body: 'x' }]],
  ['a path that climbs within', [{ name: 'a/../../out', body: 'x' }]],
  ['an absolute path', [{ name: '/tmp/out', body: 'x' }]],
  ['an absolute path in an extended header', [{ name: 'a', pax: { path: '/tmp/out' }, body: 'x' }]],
  [
    'a file through a link',
    [
      { name: 'd', type: '2', link: '/tmp' },
      { name: 'd/out', body: 'x' },
    ],
  ],
  [
    'a folder through a link',
    [
      { name: 'd', type: '2', link: '..' },
      { name: 'd/out', type: '5' },
    ],
  ],
  [
    'a file in place of a link',
    [
      { name: 'f', type: '2', link: '../out' },
      { name: 'f', body: 'x' },
    ],
  ],
  [
    'a file in a file',
    [
      { name: 'f', body: 'x' },
      { name: 'f/g', body: 'x' },
    ],
  ],
  ['a hard link out', [{ name: 'h', type: '1', link: '../../../etc/passwd' }]],
  ['a hard link to an absolute path', [{ name: 'h', type: '1', link: '/etc/passwd' }]],
  [
    'a hard link through a link',
    [
      { name: 'd', type: '2', link: '/etc' },
      { name: 'h', type: '1', link: 'd/passwd' },
    ],
  ],
  ['a name that is too long', [{ name: 'a', pax: { path: 'x'.repeat(300) } }]],
  ['a path that is too long', [{ name: 'a', pax: { path: 'x/'.repeat(2049) } }]],
  ['an extended header that is too long', [{ name: 'a', pax: { comment: 'x'.repeat(1 << 20) } }]],
  ['a name with a NUL', [{ name: 'a', pax: { path: 'a\0b' } }]],
  ['the root as a link', [{ name: './', type: '2', link: '/etc' }]],
  ['an unknown kind', [{ name: 'a', type: 'S' }]],
])('%s is refused, and nothing is written outside', async (_, entries) => {
  expect(await unpackTar(archive(entries), into)).toHaveProperty('fault');
  expect(existsSync(join(folder, 'out'))).toBe(false);
  expect(existsSync('/tmp/out')).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['into', 'made.tar']);
});

test.each<[string, string, string]>([
  ['bin/sh', '/usr/bin/dash', '../usr/bin/dash'],
  ['a/b/c', '../../../../../etc/passwd', '../../etc/passwd'],
  ['a', '..', '.'],
  ['a/b', '/', '..'],
  ['a/b', './c', 'c'],
  ['a/b/c', '/a/x/y', '../x/y'],
  ['a', 'd/../../../etc', 'etc'],
])('the link %s to %s stays inside as %s', async (name, link, target) => {
  await unpackTar(archive([{ name, type: '2', link }]), into);
  expect(readlinkSync(join(into, name))).toBe(target);
});

test('what is no file of an artifact is left out, and privileges are', async () => {
  const entries = [
    { name: 'dev/', type: '5', mode: 0o000 },
    { name: 'dev/null', type: '3' },
    { name: 'dev/also', type: '1', link: 'dev/null' },
    { name: 'su', mode: 0o4755, body: 'x' },
    { name: 'none', mode: 0o000, body: 'x' },
    { name: 'l', type: '2', link: 'su' },
    { name: 'dev/l', type: '1', link: 'l' },
  ];
  expect(await unpackTar(archive(entries), into)).toEqual({ files: 2, bytes: 2, devices: 2 });
  const modes = ['dev', 'su', 'none'].map((name) => (lstatSync(join(into, name)).mode & 0o7777).toString(8));
  expect(modes).toEqual(['700', '755', '400']);
  expect(readlinkSync(join(into, 'dev/l'))).toBe('su');
});

test.each<[string, () => string]>([
  ['cut off in a header', () => archive([{ name: 'a', body: 'x' }], Buffer.alloc(100))],
  ['cut off before its end', () => archive([{ name: 'a', body: 'x' }], Buffer.alloc(0))],
  [
    'cut off in a file',
    () => {
      const path = archive([{ name: 'a', body: 'x'.repeat(5000) }], Buffer.alloc(0));
      writeFileSync(path, readFileSync(path).subarray(0, 3000));
      return path;
    },
  ],
  [
    'damaged',
    () => {
      const path = archive([{ name: 'a', body: 'x' }]);
      writeFileSync(path, Buffer.concat([Buffer.from('!'), readFileSync(path).subarray(1)]));
      return path;
    },
  ],
  ['with a length that is none', () => archive([{ name: 'a', pax: { size: '-5' }, body: 'x' }])],
  ['empty', () => archive([], Buffer.alloc(0))],
])('an archive that is %s is a fault', async (_, make) => {
  expect(await unpackTar(make(), into)).toHaveProperty('fault');
});

test('random damage ends in a fault or in files inside', async () => {
  const bytes = readFileSync(
    archive([
      { name: 'a/', type: '5' },
      { name: 'a/f', body: 'x'.repeat(700), pax: { path: 'a/long', mtime: '12.5' } },
      { name: 'l', type: '2', link: 'a' },
    ]),
  );
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let turn = 0; turn < 150; turn++) {
    const damaged = Buffer.from(bytes);
    for (let count = 0; count < 4; count++) damaged[random(damaged.length)] = random(256);
    const path = join(folder, 'damaged.tar');
    writeFileSync(path, damaged);
    const place = join(folder, 'into', String(turn));
    mkdirSync(place);
    await unpackTar(path, place);
  }
  expect(readdirSync(folder).sort()).toEqual(['damaged.tar', 'into', 'made.tar']);
});

test('an interruption ends it', async () => {
  const entries = Array.from({ length: 1200 }, (_, index) => ({ name: `f${index}` }));
  expect(await unpackTar(archive(entries), into, AbortSignal.abort())).toEqual({ fault: 'the run was interrupted' });
});
