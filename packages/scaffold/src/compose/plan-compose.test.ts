import { parse } from 'yaml';
import type { ComposePlan, ComposeRequest } from './compose-request.ts';
import { planCompose } from './plan-compose.ts';
import { composeRequest, texts } from './testing/compose-request.ts';

function plan(more: Partial<ComposeRequest> = {}, there: Record<string, string> = {}, root?: string): ComposePlan {
  const planned = planCompose(composeRequest(more, there, root));
  if ('code' in planned) throw new Error(planned.message);
  return planned;
}

/** A file of the plan as data; what `!reset` clears is null. */
function read(planned: ComposePlan, name: string, root = 'apps/api/') {
  return parse(texts(planned)[`${root}${name}`]!.replaceAll('!reset ', ''));
}

const CASES: readonly Partial<ComposeRequest>[] = [
  {},
  { with: ['postgres', 'redis'] },
  { with: ['mysql', 'mariadb', 'mongo', 'valkey', 'redis', 'rabbitmq', 'nats', 'memcached', 'postgres'] },
  { with: ['postgres'], sidecars: ['logs', 'proxy'] },
  { network: { external: 'edge', aliases: ['api.internal'] }, with: ['redis'] },
];

test.each(CASES)('planned over its own output, nothing changes: %j', (more) => {
  const first = texts(plan(more));
  const second = plan(more, first);
  for (const { path, text } of second.files) expect([path, text]).toEqual([path, first[path]]);
  expect(second.notes.filter((note) => note.includes('left as it is'))).toEqual([]);
});

test('development builds its stage, mounts sources, and publishes to this machine alone', () => {
  const { services } = read(plan({ with: ['postgres'] }), 'compose.override.yaml');
  expect(services.api).toMatchObject({
    image: 'acme-api:development',
    build: { target: 'development' },
    command: ['node', '--watch', 'src/main.js'],
    ports: [`127.0.0.1:\${API_PORT:-3000}:3000`, `127.0.0.1:\${API_DEBUG_PORT:-9229}:9229`],
    volumes: ['./src:/app/src', '/app/node_modules'],
    environment: { NODE_ENV: 'development' },
    read_only: false,
    tmpfs: null,
  });
  expect(services.postgres).toEqual({ ports: [`127.0.0.1:\${POSTGRES_PORT:-5432}:5432`] });
});

test('production runs a version and builds nothing', () => {
  const { services, networks } = read(plan({ with: ['postgres'] }), 'compose.prod.yaml');
  expect(services.api).toMatchObject({
    image: `ghcr.io/acme/api:\${TAG:?set TAG to the version to run}`,
    build: null,
    restart: 'unless-stopped',
    logging: { driver: 'local' },
    deploy: { replicas: 1, resources: { reservations: { memory: '128M' } } },
    healthcheck: { test: ['CMD', 'node', 'probe.js', '$$X'], interval: '30s' },
  });
  expect(services.postgres).toMatchObject({ restart: 'unless-stopped', logging: { driver: 'local' } });
  expect(networks).toEqual({ backend: { internal: true } });
});

test('what holds everywhere: locked down, waiting for what is healthy, no password in sight', () => {
  const planned = plan({ with: ['postgres', 'redis'] });
  const { name, services, secrets, volumes } = read(planned, 'compose.yaml');
  expect(name).toBe('acme-api');
  for (const service of Object.values(services))
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  expect(services.api.depends_on).toEqual({
    postgres: { condition: 'service_healthy' },
    redis: { condition: 'service_healthy' },
  });
  expect(services.api.environment).toEqual({
    DATABASE_URL: 'postgresql://app@postgres:5432/app',
    DATABASE_PASSWORD_FILE: '/run/secrets/postgres-password',
    REDIS_URL: 'redis://redis:6379',
  });
  expect(secrets).toEqual({ 'postgres-password': { file: './.secrets/postgres-password' } });
  expect(Object.keys(volumes)).toEqual(['postgres-data', 'redis-data']);
  expect(texts(planned)['apps/api/.secrets/postgres-password']).toBe('development-postgres-password\n');
});

test('a password that is there stays; one that is not is made by whoever asks', () => {
  const path = 'apps/api/.secrets/postgres-password';
  expect(texts(plan({ with: ['postgres'], password: (name) => `made for ${name}` }))[path]).toBe(
    'made for postgres-password\n',
  );
  expect(texts(plan({ with: ['postgres'] }, { [path]: 'mine' }))[path]).toBeUndefined();
});

test('behind a proxy the app publishes nothing, and has more than one container', () => {
  const planned = plan({ sidecars: ['proxy'] });
  const { services } = read(planned, 'compose.prod.yaml');
  expect(services.api.ports).toBeUndefined();
  expect(services.api.deploy.replicas).toBe(2);
  expect(services.proxy.depends_on).toEqual({ api: { condition: 'service_healthy' } });
  expect(texts(planned)['apps/api/.compose/nginx.conf']).toContain('set $app http://api:3000;');
});

test('a log shipper reads what the app writes', () => {
  const { services, volumes } = read(plan({ sidecars: ['logs'] }), 'compose.yaml');
  expect(services.api.volumes).toEqual(['logs:/var/log/app']);
  expect(services['log-shipper'].volumes).toEqual(['logs:/var/log/app:ro']);
  expect(volumes.logs.driver_opts.o).toBe('size=64m,uid=1000,gid=1000,mode=0750');
});

test('an external network is joined by its name, with aliases', () => {
  const { services, networks } = read(plan({ network: { external: 'edge', aliases: ['shop'] } }), 'compose.yaml');
  expect(services.api.networks).toEqual({ frontend: { aliases: ['shop'] }, external: { aliases: ['shop'] } });
  expect(networks.external).toEqual({ external: true, name: 'edge' });
});

test('two that serve one purpose are told apart, and publish two ports', () => {
  const planned = plan({ with: ['postgres', 'mysql', 'redis', 'valkey'] });
  expect(Object.keys(read(planned, 'compose.yaml').services.api.environment)).toEqual([
    'DATABASE_URL',
    'DATABASE_PASSWORD_FILE',
    'MYSQL_URL',
    'MYSQL_PASSWORD_FILE',
    'REDIS_URL',
    'VALKEY_URL',
  ]);
  expect(read(planned, 'compose.override.yaml').services.valkey.ports).toEqual([
    `127.0.0.1:\${VALKEY_PORT:-6380}:6379`,
  ]);
});

test('a project at the root of the workspace', () => {
  const planned = plan({ image: { repository: 'app', dockerfile: 'Dockerfile', context: 'project' } }, {}, '.');
  expect(read(planned, 'compose.yaml', '').services.api.build).toEqual({ context: '.', dockerfile: 'Dockerfile' });
});

test('an app that is called like a service beside it gets another name', () => {
  const request = composeRequest({ with: ['redis'] });
  const app = { ...request.app, project: { ...request.app.project, name: 'redis' } };
  const planned = planCompose({ ...request, app }) as ComposePlan;
  expect(Object.keys(read(planned, 'compose.yaml').services)).toEqual(['redis-app', 'redis']);
});

test('without a stage for development there is no file for it', () => {
  const { development: _, ...service } = composeRequest().service;
  expect(plan({ service }).files.map(({ path }) => path)).toEqual([
    'apps/api/compose.yaml',
    'apps/api/compose.prod.yaml',
    'apps/api/.gitignore',
    'apps/api/.env.example',
  ]);
});

test.each<[Partial<ComposeRequest>, string]>([
  [{ with: ['oracle'] }, 'setup/unknown-service'],
  [{ with: ['constructor'] }, 'setup/unknown-service'],
  [{ image: { repository: 'a b', dockerfile: 'Dockerfile', context: 'project' } }, 'setup/compose-name'],
  [{ image: { repository: 'acme/api:1', dockerfile: 'Dockerfile', context: 'project' } }, 'setup/compose-name'],
  [{ network: { external: 'a: b' } }, 'setup/compose-name'],
  [{ network: { aliases: ['a\nb'] } }, 'setup/compose-name'],
  [
    { image: { repository: 'a', dockerfile: 'a b/Dockerfile', context: 'project' } },
    'setup/path-with-special-characters',
  ],
])('%j is refused', (more, code) => {
  expect(planCompose(composeRequest(more))).toMatchObject({ code, exit: 2 });
});

test.each(['a: [', '- a\n', 'text'])('a file that is no map of keys is left alone: %j', (text) => {
  expect(planCompose(composeRequest({}, { 'apps/api/compose.yaml': text }))).toMatchObject({
    code: 'setup/compose-unreadable',
    path: 'apps/api/compose.yaml',
  });
});
