import { unknown } from '../kernel/unsure.ts';
import { worldOf } from '../testing/compose-of.ts';
import { reachedFacts } from '../testing/reached-facts.ts';

const DOCKERFILES = [
  `FROM acme/x AS a
ARG V
RUN ls && npm run build && npm ci && npm i -g x && $V && apt-get install -y $V a=1 && curl -o /x $V/y && cd $V && rm -rf /var/lib/apt/lists/* x
RUN ["a", "$V"]
COPY a$V b* /c ./
COPY --chown=$V --chmod=$V a b
ADD $V x.tar https://x.org/$V /d/
FROM node:22 AS b
USER $V
WORKDIR $V
SHELL ["weird", "-c"]
RUN npm $V && . ./x.sh && eval x && exec "$@" && useradd x && chown x:y a && pip install -r r.txt
COPY --from=a /app/node_modules /app/dist /a/$V ./
COPY --from=$V /a /b
COPY --from=acme/y:1 /a/libc.so /b
COPY --chmod=600 a /b/
RUN --mount=from=a,target=/x --mount=type=secret,id=$V,target=$V --mount=type=cache,target=$V x
HEALTHCHECK CMD curl -f http://localhost:$PORT/ || exit 1
EXPOSE $V 80
CMD ["$V", "x"]
ENTRYPOINT ["/entrypoint.sh"]
FROM a AS c
CMD npm start
HEALTHCHECK CMD ["x"]
FROM $V AS d
RUN npm ci
FROM node:$V
ENTRYPOINT $V
FROM scratch
COPY --from=a / /
COPY --from=d /x /x
USER 1
CMD ["/x"]
`,
  'ARG BASE\nFROM ${BASE}\nRUN npm run build\nUSER x\nCMD ["x"]\n',
  '# escape=`\nFROM acme/windows\nRUN dir\nCOPY a C:\\x\\\n',
  'RUN x\nCOPY a b\n',
];

const COMPOSE = `
services:
  a:
    image: acme/x
    command: $A
    depends_on: { b: { condition: service_healthy }, gone: { condition: $X } }
    volumes: [ "$V:/x", "v:/y", "./z:/z:ro" ]
    ports: [ "$P:80", "\${A}:\${B}" ]
    env_file: gone.env
    environment: { A: $X, B: , C_TOKEN: "$S" }
    network_mode: service:gone
    deploy: { replicas: $N, resources: { limits: { memory: $M, cpus: $C } } }
    healthcheck: { test: $T, interval: $I, retries: $R }
    restart: $R
    read_only: $B
    logging: { driver: $D }
  b: { build: { context: "https://x.org/a.git", target: x } }
  c: { build: { context: ./gone, dockerfile: $D, target: $T, args: { X: $Y } }, image: "acme/$I" }
  d: { build: . , pid: "service:a", init: $X, privileged: $X }
  e: { image: "$IMAGE", entrypoint: [$A] }
  f: { extends: { file: gone.yaml, service: x } }
  g: { image: "postgres:$V", volumes_from: [gone] }
volumes: { v: { external: $E, name: $N } }
`;

const FILES = {
  ...Object.fromEntries(DOCKERFILES.map((text, at) => [at === 0 ? 'Dockerfile' : `apps/${at}/Dockerfile`, text])),
  'compose.yaml': COMPOSE,
  'other/compose.override.yaml': 'services: { x: { restart: always, depends_on: [y] } }\n',
  'include/compose.yaml': 'include: [$X, gone.yaml]\nservices: { x: { image: a, depends_on: [y] } }\n',
  'package.json': '{}',
  '.dockerignore': '*\n!a\n',
};

const projects = ['.', 'apps/1'].map((root) => ({
  name: root,
  root,
  tags: [],
  manifests: root === '.' ? ['package.json'] : [],
  lockfiles: [],
  dependencies: [],
  closure: [],
}));

test('what answers that it is unknown says in the catalogue when it does', () => {
  const silent = new Set<string>();
  const met = new Set<string>();
  for (const { kind, node } of reachedFacts([['workspace', worldOf(FILES, { workspace: { projects } })]]))
    for (const [property, { read, doc }] of Object.entries(kind.properties)) {
      if (read(node) !== unknown) continue;
      met.add(`${kind.name}.${property}`);
      if (!/unknown/i.test(doc)) silent.add(`${kind.name}.${property}: ${doc}`);
    }
  expect([...silent].sort()).toEqual([]);
  expect(met.size).toBeGreaterThan(60);
});
