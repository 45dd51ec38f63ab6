import { unknown } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { dataFoldersOf, looseDataOf } from './data-folders.ts';

const DATA = '/var/lib/postgresql/data';
const FILES = { 'db/Dockerfile': 'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n' };

test.each([
  ['image: postgres:17', [DATA]],
  ['image: nginx:1.27', []],
  ['image: redis:7', []],
  ['image: redis:7\ncommand: redis-server --appendonly yes', ['/data']],
  ['image: redis:7\ncommand: [redis-server, --save, "60", "1"]', ['/data']],
  ['image: redis:7\ncommand: redis-server --save "" --appendonly no', []],
  ['image: redis:7\ncommand: redis-server /etc/redis.conf', ['/data']],
  ['image: acme/db', unknown],
  ['image: ${IMAGE}', unknown],
  ['build: db', [DATA]],
  ['build: gone', unknown],
  ['build: https://example.com/x.git', unknown],
])('%s keeps %p', (lines, expected) => {
  expect(dataFoldersOf(serviceOf(lines, FILES))).toEqual(expected);
});

test.each([
  ['volumes: []', [DATA]],
  [`volumes: ["db:${DATA}"]`, []],
  [`volumes: ["db:${DATA}/"]`, []],
  ['volumes: ["./db:/var/lib/postgresql"]', [DATA]],
  ['volumes: ["./db:/var/lib/postgresql"]\nenvironment: { PGDATA: /var/lib/postgresql/pg }', []],
  [`volumes: ["./db:/var/lib/postgresql", "data:${DATA}"]`, []],
  ['volumes: ["db:/pg"]\nenv_file: pg.env', unknown],
  ['env_file: pg.env', [DATA]],
  [`volumes: ["db:${DATA}/pgdata"]`, []],
  [`volumes: [${DATA}]`, []],
  [`tmpfs: [${DATA}]`, []],
  ['volumes: ["./init.sql:/docker-entrypoint-initdb.d/init.sql"]', [DATA]],
  ['volumes: ["db:${TARGET}"]', unknown],
  ['volumes: ["db:/pg"]\nenvironment: { PGDATA: /pg/data }', []],
  ['volumes: ["db:/pg"]\ncommand: postgres -D /pg', []],
  ['volumes: ["db:/pg"]\ncommand: postgres -D /pgx', [DATA]],
])('%j leaves loose %p', (lines, expected) => {
  expect(looseDataOf(serviceOf(`image: postgres:17\n${lines}`))).toEqual(expected);
});

test('a built image may move its data by a variable', () => {
  const files = { 'db/Dockerfile': 'FROM postgres:17\nENV PGDATA=/pg/data\n' };
  expect(looseDataOf(serviceOf('build: db\nvolumes: ["db:/pg"]', files))).toEqual([]);
  expect(looseDataOf(serviceOf('build: db\nvolumes: ["db:/other"]', files))).toEqual([DATA]);
});

test('of several folders one that is held will do', () => {
  expect(looseDataOf(serviceOf('image: mongo:8\nvolumes: ["db:/data/db"]'))).toEqual([]);
  expect(looseDataOf(serviceOf('image: mongo:8'))).toEqual(['/data/db', '/data/configdb']);
});

test.each([
  ['db:/var/lib/postgresql', []],
  ['db:/var/lib/postgresql/18/docker', []],
  ['db:/var/lib', ['/var/lib/postgresql']],
  [`db:${DATA}`, ['/var/lib/postgresql']],
  [`db:${DATA}/pgdata`, ['/var/lib/postgresql']],
])('%s at PostgreSQL 18, which has its data in a folder of the version', (volume, expected) => {
  for (const image of ['postgres:18', 'postgres:18.1-alpine3.22', 'postgres'])
    expect(looseDataOf(serviceOf(`image: ${image}\nvolumes: ["${volume}"]`))).toEqual(expected);
  const moved = `image: postgres:18\nvolumes: ["${volume}"]\nenvironment: { PGDATA: ${DATA}/pgdata }`;
  if (volume.includes('/data')) expect(looseDataOf(serviceOf(moved))).toEqual([]);
});

test('a mount above the folder is enough where the table is not sure of the volume, or knows of none', () => {
  expect(looseDataOf(serviceOf('image: postgis/postgis:17-3.5\nvolumes: ["db:/var/lib/postgresql"]'))).toEqual([]);
  expect(looseDataOf(serviceOf('image: grafana/grafana:12.0.0\nvolumes: ["db:/var/lib"]'))).toEqual([]);
});
