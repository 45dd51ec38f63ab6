import { parse } from 'yaml';
import type { ComposePlan, ComposeRequest } from './compose-request.ts';
import { planCompose } from './plan-compose.ts';
import { composeRequest, texts } from './testing/compose-request.ts';

function planOver(there: Record<string, string>, more: Partial<ComposeRequest> = {}): ComposePlan {
  const planned = planCompose(composeRequest(more, there));
  if ('code' in planned) throw new Error(planned.message);
  return planned;
}

/** The base file of the plan over one that is there. */
function edited(text: string, more: Partial<ComposeRequest> = {}) {
  const planned = planOver({ 'apps/api/compose.yaml': text }, more);
  const base = planned.files.find(({ path }) => path === 'apps/api/compose.yaml')!;
  expect(base.edited).toBe(true);
  return { text: base.text, data: parse(base.text, { merge: true }), notes: planned.notes, planned };
}

const MINE = `# ours
x-log: &log { driver: local }   # one for all

services:

  api:   # the app
    build: .
    image: "acme/api"
    logging: *log
    environment:
      A: 'x'   # why
    networks: [web]

networks:
  web:
`;

test('what is there stays to the letter, and what is added joins the app where it is', () => {
  const { text, data, notes } = edited(MINE, { with: ['redis'] });
  let at = 0;
  for (const line of MINE.split('\n').filter((each) => each.trim() !== '')) {
    const found = text.indexOf(`${line}\n`, at);
    expect([line, found >= at]).toEqual([line, true]);
    at = found;
  }
  expect(data.services.api).toMatchObject({
    environment: { A: 'x', REDIS_URL: 'redis://redis:6379' },
    depends_on: { redis: { condition: 'service_healthy' } },
    networks: ['web'],
  });
  expect(data.services.redis).toMatchObject({ image: 'redis:8.2', networks: ['web'] });
  expect(Object.keys(data.networks)).toEqual(['web']);
  expect(notes).toContainEqual(
    expect.stringMatching(/^api in apps\/api\/compose\.yaml is left as it is; .*build.*read_only/),
  );
});

test.each([MINE, MINE.replaceAll('\n', '\r\n'), MINE.replaceAll('  ', '    ')])(
  'a second time nothing changes',
  (text) => {
    const first = texts(edited(text, { with: ['postgres', 'redis'] }).planned);
    const second = planOver(first, { with: ['postgres', 'redis'] });
    for (const { path, text } of second.files) expect([path, text]).toEqual([path, first[path]]);
  },
);

test('line endings are kept', () => {
  const { text } = edited(MINE.replaceAll('\n', '\r\n'), { with: ['redis'] });
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('an app in the default network stays there, and so does what is added', () => {
  const { data } = edited('services: { api: { build: . } }\n', { with: ['redis'] });
  expect(data.services.api.networks).toBeUndefined();
  expect(data.services.redis.networks).toBeUndefined();
  expect(data.networks).toBeUndefined();
});

test('short forms are kept where they can say it, and become long where they cannot', () => {
  const text = `services:
  api:
    build: .
    depends_on:
      - db   # first
    environment:
      - A=b
    secrets: []
  db: { image: mariadb }
`;
  const { text: after, data } = edited(text, { with: ['postgres'] });
  expect(data.services.api.depends_on).toEqual({
    db: { condition: 'service_started' },
    postgres: { condition: 'service_healthy' },
  });
  expect(after).toContain('# first');
  expect(data.services.api.environment).toEqual([
    'A=b',
    'DATABASE_URL=postgresql://app@postgres:5432/app',
    'DATABASE_PASSWORD_FILE=/run/secrets/postgres-password',
  ]);
  expect(data.services.api.secrets).toEqual(['postgres-password']);
});

test('a database that runs under another name is the one that is waited for', () => {
  const { data, notes } = edited(
    'services:\n  api:\n    build: .\n  db:\n    image: docker.io/library/postgres:15\n    healthcheck: { test: [CMD, x] }\n',
    { with: ['postgres'] },
  );
  expect(Object.keys(data.services)).toEqual(['api', 'db']);
  expect(data.services.api.depends_on).toEqual({ db: { condition: 'service_healthy' } });
  expect(notes).toContain('api waits for db, which was there: tell it its address in environment.');
});

test('the service that the Dockerfile is built by is the app, whatever it is called', () => {
  const { planned, data } = edited(
    'services:\n  web:\n    build: { context: ../.., dockerfile: apps/api/Dockerfile }\n',
    { with: ['redis'] },
  );
  expect(planned.service).toBe('web');
  expect(Object.keys(data.services)).toEqual(['web', 'redis']);
  expect(Object.keys(parse(texts(planned)['apps/api/compose.override.yaml']!, { logLevel: 'error' }).services)).toEqual(
    ['web', 'redis'],
  );
});

test('files of the old name are those that are edited', () => {
  const planned = planOver({
    'apps/api/docker-compose.yml': 'services: {}\n',
    'apps/api/docker-compose.production.yml': '',
  });
  expect(planned.files.slice(0, 3).map(({ path }) => path)).toEqual([
    'apps/api/docker-compose.yml',
    'apps/api/docker-compose.override.yml',
    'apps/api/docker-compose.production.yml',
  ]);
});

test('a service that is added to a production file drops the build of the base', () => {
  const planned = planOver({ 'apps/api/compose.prod.yaml': '# mine\nservices:\n  other: { image: "a:1" }\n' });
  expect(texts(planned)['apps/api/compose.prod.yaml']).toContain('    build: !reset null\n');
});

test('where no edit is safe, somebody is told', () => {
  const { text, notes } = edited('x-s: &s\n  api: { build: . }\nservices: *s\n', { with: ['redis'] });
  expect(text).toContain('services: *s\n');
  expect(notes).toContain('apps/api/compose.yaml cannot be changed safely there: add redis of services by hand.');
});
