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
  ['volumes: ["./db:/var/lib/postgresql"]', []],
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

test('of several folders one that is held will do', () => {
  expect(looseDataOf(serviceOf('image: mongo:8\nvolumes: ["db:/data/db"]'))).toEqual([]);
  expect(looseDataOf(serviceOf('image: mongo:8'))).toEqual(['/data/db', '/data/configdb']);
});
