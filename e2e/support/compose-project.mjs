import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadSource } from '../../scripts/load-source.mjs';

/** The package that plans files, from its sources. */
export const loadScaffold = () => loadSource(`export * from '@dockwarden-internal/scaffold'`);

const dockerfile = `# syntax=docker/dockerfile:1
# NODE_VERSION is the version of Node.js.
ARG NODE_VERSION=22
FROM node:\${NODE_VERSION}-slim AS base
WORKDIR /app
COPY apps/api/package.json ./

# development is what Compose files for development run.
FROM base AS development
ENV NODE_ENV=development
COPY apps/api/src ./src
USER 1000:1000
EXPOSE 3000 9229
CMD ["node", "--watch", "src/main.js"]

# runtime is what ships.
FROM base AS runtime
ENV NODE_ENV=production
COPY apps/api/src ./src
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \\
    CMD ["node", "-e", "fetch('http://127.0.0.1:3000/').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.js"]
ARG GIT_SHA
ARG BUILD_DATE
ARG VERSION
LABEL org.opencontainers.image.source="https://example.org/acme/api" \\
      org.opencontainers.image.title="api" \\
      org.opencontainers.image.revision="\${GIT_SHA}" \\
      org.opencontainers.image.created="\${BUILD_DATE}" \\
      org.opencontainers.image.version="\${VERSION}"
`;

/** Answers what it sees: its user, whether it can write where it must not, and whether its services answer with what it was given. */
const main = `const http = require('node:http');
const net = require('node:net');
const fs = require('node:fs');

const reach = (url) => new Promise((done) => {
  const { hostname, port } = new URL(url);
  const socket = net.connect({ host: hostname, port, timeout: 2000 }, () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false)).on('timeout', () => { socket.destroy(); done(false); });
});
const writes = (path) => { try { fs.writeFileSync(path, 'x'); return true; } catch { return false; } };

http.createServer(async (request, response) => {
  const urls = Object.entries(process.env).filter(([name]) => name.endsWith('_URL'));
  const reached = {};
  for (const [name, url] of urls) reached[name] = await reach(url);
  const file = process.env.DATABASE_PASSWORD_FILE;
  if (process.env.LOG_FOLDER) fs.appendFileSync(process.env.LOG_FOLDER + '/app.log', request.url + '\\n');
  response.end(JSON.stringify({
    version: 1,
    uid: process.getuid(),
    mode: process.env.NODE_ENV,
    password: file && fs.readFileSync(file, 'utf8').trim(),
    reached,
    writesImage: writes('/app/x'),
    writesTmp: writes('/tmp/x'),
    proto: request.headers['x-forwarded-proto'],
  }));
}).listen(3000);
process.on('SIGTERM', () => process.exit(0));
`;

/** A workspace with one app that has a Dockerfile, and what is planned for it written into it. */
export function composeProject(bench, scaffold, name) {
  const { root } = bench;
  const at = (path) => join(root, path);
  const read = (path) =>
    existsSync(at(path)) && statSync(at(path)).isFile() ? readFileSync(at(path), 'utf8') : undefined;
  bench.write({
    'package.json': '{ "name": "root", "private": true, "workspaces": ["apps/*"] }\n',
    'package-lock.json': '{}\n',
    'apps/api/package.json': `${JSON.stringify({ name, version: '1.0.0' })}\n`,
    'apps/api/Dockerfile': dockerfile,
    'apps/api/Dockerfile.dockerignore': '.git\n**/.env\n**/.env.*\n**/.secrets\n**/*.pem\n**/node_modules\n',
    'apps/api/src/main.js': main,
  });
  const project = {
    name,
    root: 'apps/api',
    tags: [],
    manifests: ['apps/api/package.json'],
    lockfiles: ['package-lock.json'],
    dependencies: [],
    closure: [],
  };
  const app = {
    fs: {
      read,
      kind: (path) => (existsSync(at(path)) ? (statSync(at(path)).isDirectory() ? 'directory' : 'file') : undefined),
      list: (path) => (existsSync(at(path)) ? readdirSync(at(path)).sort() : []),
    },
    workspace: { root, tool: 'workspaces', manager: 'npm', projects: [project] },
    project,
  };
  const service = {
    port: 3000,
    user: '1000:1000',
    writable: ['/tmp'],
    environment: {},
    development: {
      stage: 'development',
      mounts: [{ from: 'apps/api/src', to: '/app/src' }],
      kept: [],
      command: ['node', '--watch', 'src/main.js'],
      environment: { NODE_ENV: 'development' },
      debugPort: 9229,
      workdir: '/app',
      user: 'node',
      extensions: [],
    },
  };
  return {
    folder: at('apps/api'),
    read,
    /** Plans and writes, and gives the paths of files that are other than before. */
    set(more = {}) {
      const image = { repository: `${bench.prefix}api`, dockerfile: 'apps/api/Dockerfile', context: 'workspace' };
      const plan = scaffold.planCompose({ app, service, image, with: [], sidecars: [], ...more });
      if ('code' in plan) throw new Error(plan.message);
      const compose = { files: plan.development, service: plan.service };
      const files = [...plan.files, ...scaffold.planDevContainer({ app, service, image, compose })];
      const changed = files.filter(({ path, text }) => read(path) !== text);
      for (const { path, text } of changed) {
        mkdirSync(dirname(at(path)), { recursive: true });
        writeFileSync(at(path), text);
      }
      return changed.map(({ path }) => path);
    },
  };
}
