/** Our own questions about references; `record.mjs` asks Docker's module. */

const HEX = '0123456789abcdef'.repeat(8);
const SHA256 = `sha256:${HEX.slice(0, 64)}`;

// biome-ignore format: one a line would be hundreds of lines
const single = [
  '', ' ', 'node', 'Node', 'NODE:22', 'node:', 'node:22', 'node: 22', ' node', 'node ', 'node@', 'node:@', 'node@22', 'node:22:1', 'node:22@', 'node:22-alpine3.20', 'node:v22_1', 'node:.22', 'node:-22', 'node:_', 'node:LTS', 'node:22+1', `node:${'x'.repeat(128)}`, `node:${'x'.repeat(129)}`,
  'library/node', 'library/node/lts', 'docker.io/node', 'docker.io/library/node', 'docker.io/acme/node', 'docker.io/a/b/c', 'index.docker.io/node', 'index.docker.io/library/node:1', 'registry-1.docker.io/library/node', 'Docker.io/node', 'docker.io', 'docker.io/', '/node', '//node', 'node/', 'acme//node', 'acme/node/',
  'acme/app', 'Acme/app', 'acme/App', 'ACME/APP', 'acme/team/app:1', 'acme-corp/my_app', 'acme__corp/my---app', 'acme___corp/app', 'a..b/app', 'acme/a..b', 'acme/a._b', 'acme/-a', 'acme/a-', 'acme/a_', 'acme/_a', 'acme/a.', 'acme/.a', 'a_b.c/d', 'a_b.c/d:1', 'a_b:1/c', 'a-.b/c', '-a.b/c', 'a--b.c/d', 'a.b-/c',
  'localhost', 'localhost/app', 'localhost:5000', 'localhost:5000/app', 'localhost:5000/app:1', 'LOCALHOST/app', 'host:5000/app', 'host:/app', 'host:port/app', 'host:5000:1/app', '127.0.0.1/app', '127.0.0.1:5000/app', '[::1]/app', '[::1]:5000/app', '[fe80::1%eth0]/app', '[]/app', '::1/app', 'ghcr.io/acme/app:1.2.3', 'gcr.io/distroless/nodejs22-debian12:nonroot', 'mcr.microsoft.com/dotnet/sdk:9.0', 'public.ecr.aws/docker/library/node:22', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app', 'europe-docker.pkg.dev/p/r/i:t', 'registry.example.com:443/a/b/c/d', 'EXAMPLE.com/app', 'example.com/App', 'exämple.com/app', 'example..com/app', '.example.com/app', 'example.com./app',
  'https://ghcr.io/acme/app', 'http://localhost/app', 'docker://node', 'oci:node', 'docker-image://node', 'git@github.com:acme/app', 'node\n', 'node:22\n', 'nöde', 'node:ü', '$IMAGE', '\u0024{IMAGE}:1', 'node:\u0024{TAG}', 'node:$TAG', 'scratch', 'a', '1', '0:0', 'a:0', '-', '.', '_', '..', 'a.b', 'a.b/c', 'a.b:1', 'a/b.c', 'node\\22', 'node,22', 'node;22', 'node#22', 'node*',
  `node@${SHA256}`, `node:22@${SHA256}`, `node@${SHA256}:22`, `node@sha256:${HEX.slice(0, 63)}`, `node@sha256:${HEX.slice(0, 65)}`, `node@sha256:${HEX.slice(0, 64).toUpperCase()}`, `node@SHA256:${HEX.slice(0, 64)}`, `node@sha512:${HEX}`, `node@sha384:${HEX.slice(0, 96)}`, `node@sha1:${HEX.slice(0, 40)}`, `node@md5:${HEX.slice(0, 32)}`, `node@sha256+b64:${HEX.slice(0, 64)}`, `node@${HEX.slice(0, 64)}`, `node@sha256:`, `node@sha256:xyz`, `node@sha256-${HEX.slice(0, 64)}`, `node@${SHA256}@${SHA256}`, `node@ ${SHA256}`, `localhost:5000/app:1@${SHA256}`, `@${SHA256}`, SHA256, HEX.slice(0, 64), HEX.slice(0, 63), `${HEX.slice(0, 64)}:1`, `acme/${HEX.slice(0, 64)}`, HEX.slice(0, 64).toUpperCase(),
  'a'.repeat(247), 'a'.repeat(248), 'a'.repeat(255), 'a'.repeat(256), `acme/${'a'.repeat(250)}`, `acme/${'a'.repeat(251)}`, `ghcr.io/${'a'.repeat(255)}`, `ghcr.io/${'a'.repeat(256)}`, `${'a'.repeat(300)}.io/app`, `${'a/'.repeat(127)}a`, `${'a/'.repeat(128)}a`,
];

const HOSTS = [
  '',
  'docker.io/',
  'index.docker.io/',
  'localhost/',
  'localhost:5000/',
  'ghcr.io/',
  'Registry/',
  'a_b.c/',
  '10.0.0.1:80/',
];
const NAMES = ['app', 'acme/app', 'library/app', 'a.b_c__d-e--f/app', 'acme/App', 'acme/a_-b'];
const VERSIONS = ['', ':1.2', `@${SHA256}`, `:1.2@${SHA256}`, ':', ':a:b'];

export const cases = [
  ...new Set([
    ...single,
    ...HOSTS.flatMap((host) => NAMES.flatMap((name) => VERSIONS.map((version) => host + name + version))),
  ]),
];
