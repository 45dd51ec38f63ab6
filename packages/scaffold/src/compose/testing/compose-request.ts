import type { FileSystem } from '@dockwarden-internal/facts';
import type { ComposePlan, ComposeRequest } from '../compose-request.ts';

/** Texts as a workspace without a disk. */
export function memoryFiles(texts: Readonly<Record<string, string>>): FileSystem {
  return {
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    kind: (path) => (Object.hasOwn(texts, path) ? 'file' : undefined),
    list: () => [],
  };
}

export const DOCKERFILE = `FROM node:24-slim AS development
FROM node:24-slim
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \\
    CMD ["node", "probe.js", "$X"]
`;

const development = {
  stage: 'development',
  mounts: [{ from: 'apps/api/src', to: '/app/src' }],
  kept: ['/app/node_modules'],
  command: ['node', '--watch', 'src/main.js'],
  environment: { NODE_ENV: 'development' },
  debugPort: 9229,
  workdir: '/app',
  user: 'node',
  extensions: [],
};

/** An app of a workspace; `texts` are its files beside the Dockerfile. */
export function composeRequest(
  more: Partial<ComposeRequest> = {},
  texts: Readonly<Record<string, string>> = {},
  root = 'apps/api',
): ComposeRequest {
  const project = {
    name: '@acme/api',
    root,
    tags: [],
    manifests: [`${root}/package.json`],
    lockfiles: ['package-lock.json'],
    dependencies: [],
    closure: [],
  };
  const dockerfile = root === '.' ? 'Dockerfile' : `${root}/Dockerfile`;
  return {
    app: {
      fs: memoryFiles({ [dockerfile]: DOCKERFILE, ...texts }),
      workspace: { root: '/w', tool: 'workspaces', projects: [project] },
      project,
    },
    service: { port: 3000, user: '1000:1000', writable: ['/tmp'], environment: {}, development },
    image: { repository: 'ghcr.io/acme/api', dockerfile, context: 'workspace' },
    with: [],
    sidecars: [],
    ...more,
  };
}

export function texts({ files }: ComposePlan): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}
