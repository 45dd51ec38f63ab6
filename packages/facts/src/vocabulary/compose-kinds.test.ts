import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { worldRoots } from '../root/world-roots.ts';
import { worldOf } from '../testing/compose-of.ts';
import { misfit } from '../testing/read-fact.ts';
import { vocabulary } from './registry.ts';

const RICH = `# kics-scan ignore
version: "3.9"
name: shop
include: [gone.yaml]
x-base: &base { restart: always, logging: { driver: json-file, options: { max-size: 10m } } }
services:
  db:
    <<: *base
    image: postgres:17
    environment: [POSTGRES_PASSWORD=hunter2hunter2, TOKEN, "A=$B"]
    volumes: [data:/var/lib/postgresql/data, "/var/run/docker.sock:/s:ro", "\${X}:/x"]
    healthcheck: { test: [CMD, pg_isready], interval: 5s }
    ports: ["127.0.0.1:5432:5432", 53/udp, "8000-8003:80-83", "\${P}:81", { target: 9, host_ip: ::1 }]
  api:
    build: { context: ., target: base, args: { V: 1, HTTP_PROXY: x } }
    depends_on: { db: { condition: service_healthy }, gone: { condition: service_ready } }
    command: npm run dev
    deploy: { replicas: 2, resources: { limits: { cpus: "1", memory: 1g }, reservations: { memory: 2g } } }
    network_mode: service:db
    tmpfs: [/tmp]
    secrets: [s]
    configs: [c]
    devices: ["/dev/x:/dev/x"]
    ulimits: { nofile: 10 }
    env_file: [.env]
  empty: {}
volumes: { data: { driver_opts: { device: /srv } }, other: { external: true } }
networks: { n: { external: true, name: host } }
`;

const TEXTS = [
  RICH,
  'services:\n  a: {image: "", ports: [x, [], 1.5], volumes: [1, {}], environment: x, depends_on: 1, build: 7}\n',
  'services: { a: { image: [x], command: {}, healthcheck: [x], deploy: 1, logging: x, limits: x, tmpfs: 1 } }\n',
  'services: { a: , b: 1, c: [x], d: { healthcheck: { test: } , labels: [x=y], networks: { n: } } }\n',
  'services: &s { a: { image: *s } }\n: x\n',
];

test.each(TEXTS.map((text, index) => [index, text]))('every property of what is reached from file %d', (_, text) => {
  const world = worldOf({ 'compose.yaml': text as string, Dockerfile: 'FROM scratch AS base\nARG V\n' });
  const waiting: [KindName, object][] = worldRoots(world).map(({ kind, node }) => [kind, node]);
  const seen = new Set<object>();
  const faults: string[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, node] = next;
    if (seen.has(node)) continue;
    seen.add(node);
    const kind = vocabulary[name] as unknown as Kind;
    const place = kind.place(node as never);
    if (place) expect(place.span.end).toBeLessThanOrEqual(place.source.text.length);
    for (const [property, definition] of Object.entries(kind.properties)) {
      const value: unknown = definition.read(node as never);
      const wrong = misfit(definition as never, value);
      if (wrong) faults.push(`${name}.${property}: ${wrong}`);
      definition.at?.(node as never);
      definition.open?.(node as never);
      definition.sensitive?.(node as never);
      const { type } = definition;
      if (value === undefined || isUnsure(value)) continue;
      if (type.shape === 'fact') waiting.push([type.kind, value as object]);
      if (type.shape === 'facts') for (const each of value as object[]) waiting.push([type.kind, each]);
    }
  }
  expect(faults).toEqual([]);
});
