import type { OracleCase } from './case.ts';

const one = (name: string, text: string, more: OracleCase['files'] = {}): OracleCase => ({
  name,
  files: { 'compose.yaml': text, ...more },
});

/** Whole small projects: what lies beyond merging one service. */
export const PROJECTS: readonly OracleCase[] = [
  {
    name: 'three files',
    files: {
      'compose.yaml': 'services:\n  a: { image: x, ports: ["80:80"], environment: { A: 1 } }\n',
      'b.yaml': 'services:\n  a: { ports: ["81:81"], environment: [A=2] }\n  b: { image: y }\n',
      'c.yaml': 'services:\n  a: { ports: ["80:80"], environment: { B: 3 } }\n  b: { command: run }\n',
    },
    load: ['compose.yaml', 'b.yaml', 'c.yaml'],
  },
  {
    name: 'a file of another folder starts from the first one’s',
    files: {
      'compose.yaml': 'services:\n  a: { image: x }\n',
      'deep/er/over.yaml': 'services:\n  a: { build: ./app, volumes: ["./d:/d"] }\n',
    },
    load: ['compose.yaml', 'deep/er/over.yaml'],
  },
  one(
    'several documents',
    'services:\n  a: { image: x, ports: [80] }\n---\nservices:\n  a: { ports: [81], user: u }\n  b: { image: y }\n',
  ),
  one(
    'anchors and merge keys',
    'x-base: &base\n  restart: always\n  environment: &env { A: 1, B: 2 }\nservices:\n  a:\n    <<: *base\n    image: x\n  b:\n    <<: [*base]\n    image: y\n    environment:\n      <<: *env\n      B: 3\n',
  ),
  one(
    'services without anything',
    'services:\n  a:\n    image: x\n  b: { image: y, environment: {}, ports: [], volumes: [] }\n',
  ),
  {
    name: 'top-level resources merge',
    files: {
      'compose.yaml':
        'services:\n  a: { image: x, networks: [n], volumes: ["v:/v"], secrets: [s], configs: [c] }\nnetworks:\n  n: { driver: bridge, labels: { a: 1 }, ipam: { config: [{ subnet: 10.0.0.0/24, gateway: 10.0.0.1 }] } }\nvolumes:\n  v: { driver: local, driver_opts: { type: none, o: bind, device: ./d } }\nsecrets:\n  s: { file: ./s.txt }\nconfigs:\n  c: { content: hello }\n',
      'compose.override.yaml':
        'networks:\n  n: { labels: [a=2, b=3], internal: true, ipam: { config: [{ subnet: 10.0.0.0/24, ip_range: 10.0.0.0/28 }, { subnet: 10.1.0.0/24 }] } }\nvolumes:\n  v: { labels: { x: y } }\nsecrets:\n  s: { file: ./other.txt }\n',
    },
  },
  one(
    'external resources',
    'services:\n  a: { image: x, networks: [n, m], volumes: ["v:/v"], secrets: [s] }\nnetworks:\n  n: { external: true }\n  m: { name: other, external: true }\nvolumes:\n  v: { external: true, name: vv }\nsecrets:\n  s: { environment: TOKEN }\n',
  ),
  one(
    'networks: default',
    'services:\n  a: { image: x, networks: [default] }\n  b: { image: y, networks: {} }\n  c: { image: z, network_mode: none }\nnetworks:\n  default: { driver: overlay }\n',
  ),
  one(
    'profiles: every service is there',
    'services:\n  a: { image: x }\n  b: { image: y, profiles: [p] }\n  c: { image: z, profiles: [p, q], depends_on: [b] }\n',
  ),

  one(
    'extends: same file',
    'services:\n  base: { image: x, ports: ["80:80"], environment: { A: 1, B: 2 }, command: run }\n  a: { extends: base, ports: ["81:81"], environment: [B=3] }\n',
  ),
  one(
    'extends: long form in the same file',
    'services:\n  base: { image: x, labels: { a: 1 } }\n  a: { extends: { service: base }, labels: [a=2] }\n',
  ),
  one(
    'extends: a chain',
    'services:\n  a: { extends: b, cap_add: [A] }\n  b: { extends: c, cap_add: [B], user: b }\n  c: { image: x, cap_add: [C], user: c, hostname: c }\n',
  ),
  one(
    'extends: depends_on and volumes come along',
    'services:\n  base: { image: x, depends_on: [db], volumes: ["v:/v"], networks: [n] }\n  a: { extends: base, depends_on: { q: { condition: service_healthy } } }\n  db: { image: d }\n  q: { image: q }\nvolumes: { v: }\nnetworks: { n: }\n',
  ),
  one(
    'extends: other file',
    'services:\n  a: { extends: { file: sub/common.yaml, service: base }, build: { target: prod }, volumes: ["./x:/x"] }\n',
    {
      'sub/common.yaml':
        'services:\n  base: { build: ./app, env_file: c.env, volumes: ["./d:/d"], environment: [A=1] }\n',
    },
  ),
  one(
    'extends: other file that extends',
    'services:\n  a: { extends: { file: sub/common.yaml, service: mid }, user: a }\n',
    {
      'sub/common.yaml':
        'services:\n  mid: { extends: { file: deep/base.yaml, service: root }, user: m, hostname: m, volumes: ["./m:/m"] }\n',
      'sub/deep/base.yaml':
        'services:\n  root: { extends: leaf, image: x, volumes: ["./r:/r"] }\n  leaf: { image: y, domainname: d, build: . }\n',
    },
  ),
  one(
    'extends: the same name in another file',
    'services:\n  a: { extends: { file: common.yaml, service: a }, environment: { B: 2 } }\n',
    {
      'common.yaml': 'services:\n  a: { image: x, environment: { A: 1, B: 1 } }\n',
    },
  ),
  one(
    'extends: !reset and !override',
    'services:\n  base: { image: x, ports: ["80:80"], environment: { A: 1 }, labels: { a: 1, b: 2 } }\n  a: { extends: base, ports: !reset [], environment: !override { C: 3 }, labels: { a: !reset null } }\n',
  ),
  {
    name: 'extends: overridden afterwards',
    files: {
      'compose.yaml': 'services:\n  base: { image: x, cap_add: [A] }\n  a: { extends: base, cap_add: [B] }\n',
      'compose.override.yaml': 'services:\n  base: { cap_add: [C] }\n  a: { cap_add: [D] }\n',
    },
  },
  {
    name: 'extends: in the overriding file',
    files: {
      'compose.yaml': 'services:\n  a: { image: x, environment: { A: 1 } }\n',
      'compose.override.yaml':
        'services:\n  base: { image: y, environment: { A: 2, B: 2 } }\n  a: { extends: base, environment: { C: 3 } }\n',
    },
  },
  one('extends: a circle is refused', 'services:\n  a: { extends: b, image: x }\n  b: { extends: a, image: y }\n'),
  one('extends: an unknown service is refused', 'services:\n  a: { extends: nobody, image: x }\n'),
  one(
    'extends: an unknown file is refused',
    'services:\n  a: { extends: { file: none.yaml, service: b }, image: x }\n',
  ),

  one('include: short', 'include: [sub/compose.yaml]\nservices:\n  a: { image: x, depends_on: [b] }\n', {
    'sub/compose.yaml':
      'services:\n  b: { build: ./app, volumes: ["./d:/d", "v:/v"], networks: [n] }\nvolumes: { v: }\nnetworks: { n: }\n',
  }),
  one('include: its own .env', 'include: [sub/compose.yaml]\nservices:\n  a: { image: "x:${TAG:-none}" }\n', {
    'sub/compose.yaml': 'services:\n  b: { image: "y:${TAG:-none}-${OTHER:-none}" }\n',
    'sub/.env': 'TAG=sub\nOTHER=o\n',
  }),
  one('include: the project’s .env wins', 'include: [sub/compose.yaml]\nservices:\n  a: { image: "x:${TAG}" }\n', {
    '.env': 'TAG=top\n',
    'sub/compose.yaml': 'services:\n  b: { image: "y:${TAG}-${OTHER}-${MADE}" }\n',
    'sub/.env': 'TAG=sub\nOTHER=o\nMADE=from-${TAG}\n',
  }),
  one(
    'include: long, with folder and env_file',
    'include:\n  - { path: sub/compose.yaml, project_directory: ., env_file: other.env }\nservices:\n  a: { image: x }\n',
    {
      'sub/compose.yaml': 'services:\n  b: { image: "y:${TAG}", build: ./app }\n',
      'sub/.env': 'TAG=sub\n',
      'other.env': 'TAG=other\n',
    },
  ),
  one(
    'include: several files as one',
    'include:\n  - path: [sub/compose.yaml, sub/override.yaml]\nservices:\n  a: { image: x }\n',
    {
      'sub/compose.yaml': 'services:\n  b: { image: y, ports: ["80:80"], build: . }\n',
      'sub/override.yaml': 'services:\n  b: { ports: ["81:81"], environment: { A: 1 } }\n',
    },
  ),
  one('include: within include', 'include: [one/compose.yaml]\nservices:\n  a: { image: x }\n', {
    'one/compose.yaml': 'include: [two/compose.yaml]\nservices:\n  b: { build: . }\n',
    'one/two/compose.yaml': 'services:\n  c: { build: ./x, configs: [k] }\nconfigs: { k: { file: ./k.txt } }\n',
  }),
  one(
    'include: what both have alike',
    'include: [sub.yaml]\nservices:\n  a: { image: x, networks: [n] }\nnetworks: { n: { driver: bridge } }\n',
    {
      'sub.yaml': 'services:\n  b: { image: y, networks: [n] }\nnetworks: { n: { driver: bridge } }\n',
    },
  ),
  {
    name: 'include: overridden afterwards',
    files: {
      'compose.yaml': 'include: [sub.yaml]\nservices:\n  a: { image: x }\n',
      'compose.override.yaml': 'services:\n  b: { environment: { B: 2 } }\n',
      'sub.yaml': 'services:\n  b: { image: y, environment: { A: 1 } }\n',
    },
  },
  one('include: a circle is refused', 'include: [sub.yaml]\nservices:\n  a: { image: x }\n', {
    'sub.yaml': 'include: [compose.yaml]\nservices:\n  b: { image: y }\n',
  }),
  one('include: a missing file is refused', 'include: [none.yaml]\nservices:\n  a: { image: x }\n'),

  one(
    'variables: every operator',
    'services:\n  a:\n    image: "x:${TAG:-1}"\n    labels:\n      - "a=${A}"\n      - "b=${NONE-d}"\n      - "c=${EMPTY-d}"\n      - "d=${EMPTY:-d}"\n      - "e=${A:+set}"\n      - "f=${NONE+set}"\n      - "g=${EMPTY+set}"\n      - "h=${A:?must}"\n      - "i=$A-$$A"\n      - "j=${NONE:-${A}}"\n      - "k=${NONE:-{\\"x\\":1}}"\n      - "l=$"\n      - "m=$1 $(x)"\n',
    { '.env': 'A=a\nEMPTY=\n' },
  ),
  one(
    'variables: the .env file’s syntax',
    'services:\n  a:\n    image: x\n    labels: ["a=${A}", "b=${B}", "c=${C}", "d=${D}", "e=${E}", "f=${F}", "g=${G}", "h=${H}"]\n',
    {
      '.env':
        '# comment\nA=one # two\nB="x y" # z\nC=\'$A\'\nexport D=${A}!\nE="${D}\\tq"\nF=a#b\nG="a\\$b"\nH: yaml\n',
    },
  ),
  one(
    'variables: types',
    'services:\n  a: { image: x, privileged: "${P}", ports: ["${PORT}:80", { target: "${T}", published: "${PORT}" }], mem_limit: "${MEM}", scale: "${N}", init: "${P}" }\n',
    {
      '.env': 'P=true\nPORT=8080\nT=81\nMEM=64m\nN=2\n',
    },
  ),
  one(
    'variables: in short forms',
    'services:\n  a: { image: x, volumes: ["${DIR}:/d:${MODE}", "${NAME}:/v"], ports: ["${IP}:${FROM}:${TO}/${PROTO}"], depends_on: ["${DEP}"], build: "${CTX:-./app}" }\n  b: { image: y }\nvolumes: { vol: }\n',
    {
      '.env': 'DIR=./data\nMODE=ro\nNAME=vol\nIP=127.0.0.1\nFROM=8000-8001\nTO=80-81\nPROTO=udp\nDEP=b\n',
    },
  ),
  one(
    'variables: without value',
    'services:\n  a: { image: "x:${TAG}", environment: { A: "${NONE}", B: "${NONE:-}" }, labels: ["a=$NONE"] }\n',
  ),
  one('variables: a required one is refused', 'services:\n  a: { image: "x:${TAG:?set it}" }\n'),
  one('variables: a broken expression is refused', 'services:\n  a: { image: "x:${TAG" }\n'),
  one(
    'variables: environment taken from the .env',
    'services:\n  a: { image: x, environment: [A, B], build: { context: ., args: [A, B] } }\n',
    { '.env': 'A=1\n' },
  ),

  one('refused: a list for services', 'services: [a]\n'),
  one('refused: a port that is none', 'services:\n  a: { image: x, ports: ["80:http"] }\n'),
  one('refused: ranges that do not fit', 'services:\n  a: { image: x, ports: ["80-82:80-81"] }\n'),
  one('refused: a volume with too many parts', 'services:\n  a: { image: x, volumes: ["vol:/b:ro:x"] }\n'),
  one('refused: a key twice', 'services:\n  a: { image: x }\n  a: { image: y }\n'),
];
