const manifest = (name, more = {}) => ({ name, version: '1.0.0', private: true, ...more });

/** A policy of the workspace's own that finds nothing here: what is tested is what is looked at. */
const POLICY = `dockwarden: policy/v1
id: house/tag
title: Base images name a tag
category: supply-chain
severity: error
why: Without a tag it is another image tomorrow.
on: stage
where: { base.kind: image }
require: { base.tag: { exists: true } }
at: base
message: "{{ base.text }} has no tag"
examples:
  good: ["FROM debian:12\\n"]
  bad: [{ code: "FROM debian\\n", at: debian }]
`;

const CONFIG = `dockwarden: config/v1
extends: []
policies:
  house/tag: error
images:
  api:
    dockerfile: apps/api/Dockerfile
    context: .
    args: { CHANNEL: stable }
  web: { dockerfile: apps/web/Dockerfile, context: . }
  site: { dockerfile: apps/site/Dockerfile, context: . }
`;

/** `api` installs packages and copies a library, `web` copies its own files alone, and `site` what its build has made. */
const API = `ARG BASE_TAG=1.36
FROM busybox:\${BASE_TAG}
ARG CHANNEL=edge
WORKDIR /srv
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY libs/shared/package.json libs/shared/
COPY libs/shared/src libs/shared/src
COPY apps/api/src apps/api/src
RUN echo "$CHANNEL" > channel
`;

const locked = (names) =>
  Object.fromEntries(
    names.map(([name, version, more]) => [
      `node_modules/${name}`,
      { version, resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz`, ...more },
    ]),
  );

/** A lockfile as npm writes it: `ms` is needed by api alone, `left-pad` by site alone, `semver` by nobody's app but the root. */
const LOCKFILE = {
  name: 'shop',
  version: '1.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': { name: 'shop', version: '1.0.0', workspaces: ['apps/*', 'libs/*'], devDependencies: { semver: '^7.0.0' } },
    'apps/api': { name: 'api', version: '1.0.0', dependencies: { ms: '^2.0.0', shared: '1.0.0' } },
    'apps/site': { name: 'site', version: '1.0.0', devDependencies: { 'left-pad': '^1.0.0' } },
    'apps/web': { name: 'web', version: '1.0.0' },
    'libs/shared': { name: 'shared', version: '1.0.0' },
    ...Object.fromEntries(
      ['apps/api', 'apps/site', 'apps/web', 'libs/shared'].map((path) => [
        `node_modules/${path.split('/')[1]}`,
        { resolved: path, link: true },
      ]),
    ),
    ...locked([
      ['left-pad', '1.3.0', { dev: true }],
      ['ms', '2.1.2'],
      ['semver', '7.6.0', { dev: true }],
    ]),
  },
};

/** The files that every workspace of the matrix has, whatever its tool. */
export const FILES = {
  'package.json': manifest('shop', {
    packageManager: 'npm@10.9.0',
    workspaces: ['apps/*', 'libs/*'],
    devDependencies: { semver: '^7.0.0' },
  }),
  'package-lock.json': LOCKFILE,
  '.gitignore': 'node_modules\n.nx\n.turbo\ndist\n',
  '.dockerignore': '.git\nnode_modules\n**/.env\n**/*.pem\n',
  'README.md': 'A shop\n',
  'docs/notes.txt': 'Notes\n',
  'dockwarden.yaml': CONFIG,
  'policies/tag.policy.yaml': POLICY,
  'compose.yaml': `services:
  api:
    build: { context: ., dockerfile: apps/api/Dockerfile }
  cache:
    image: valkey/valkey:8
`,
  'libs/shared/package.json': manifest('shared'),
  'libs/shared/README.md': 'Shared\n',
  'libs/shared/src/index.js': 'export const shared = 1;\n',
  'apps/api/package.json': manifest('api', { dependencies: { ms: '^2.0.0', shared: '1.0.0' } }),
  'apps/api/src/main.js': 'console.log(1);\n',
  'apps/api/NOTES.md': 'Notes\n',
  'apps/api/Dockerfile': API,
  'apps/web/package.json': manifest('web'),
  'apps/web/public/index.html': '<p>web</p>\n',
  'apps/web/Dockerfile': 'FROM busybox:1.36\nCOPY apps/web/public /srv\n',
  'apps/web/Dockerfile.dockerignore': '*\n!apps/web/public\n',
  'apps/site/package.json': manifest('site', {
    devDependencies: { 'left-pad': '^1.0.0' },
    scripts: { build: `node -e "fs.cpSync('src','dist',{recursive:true})"` },
  }),
  'apps/site/src/page.txt': 'site\n',
  'apps/site/Dockerfile': 'FROM busybox:1.36\nCOPY apps/site/dist /srv\n',
};
