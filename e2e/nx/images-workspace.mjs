import { NX_JSON } from './shared-files.mjs';

const BASE = 'busybox:1.36';

/** A program of node that copies a file: what stands for a project's build. */
const copy = (from, to) =>
  `node -e "fs.mkdirSync(path.dirname('${to}'),{recursive:true});fs.copyFileSync('${from}','${to}')"`;

const manifest = (name) => ({ name, version: '1.2.0', private: true });

/** A workspace with an image for each way in which files become part of one. Nothing of it is pushed; `repository` is where it is tagged. */
export function imagesWorkspace(repository = 'nx-e2e') {
  return {
    'package.json': { name: 'images', private: true, workspaces: ['apps/*', 'libs/*'] },
    'package-lock.json': { name: 'images', lockfileVersion: 3, packages: {} },
    'nx.json': NX_JSON,
    '.gitignore': 'node_modules\n.nx\ndist\n',
    'dockwarden.yaml': `dockwarden: config/v1\nextends: []\nbuild:\n  repository: ${repository}/{image}\n  tags: ["{version}"]\n`,
    'docs/guide.md': 'guide\n',
    'libs/shared/package.json': manifest('shared'),
    'libs/shared/README.md': 'shared\n',
    'libs/shared/src/index.txt': 'shared\n',
    'libs/wide/a/keep.txt': 'a\n',
    'libs/wide/b/keep.txt': 'b\n',
    'apps/api/package.json': manifest('api'),
    'apps/api/src/main.txt': 'api\n',
    'apps/api/Dockerfile': `FROM ${BASE}\nCOPY apps/api/src /app\nCOPY libs/shared/src /shared\nCMD ["true"]\n`,
    'apps/web/package.json': manifest('web'),
    'apps/web/NOTES.md': 'notes\n',
    'apps/web/src/main.txt': 'web\n',
    'apps/web/Dockerfile': `FROM ${BASE}\nCOPY apps/web/src apps/web/settings.loca[l] web.options* /app/\nCOPY libs/shared/src /shared\nRUN cat /app/main.txt\n`,
    'apps/base/package.json': manifest('base'),
    'apps/base/files/motd': 'hello\n',
    'apps/base/Dockerfile': `FROM ${BASE}\nCOPY apps/base/files /etc\n`,
    'apps/child/package.json': manifest('child'),
    'apps/child/Dockerfile': `FROM ${repository}/base:1.2.0\nCOPY apps/child/package.json /\n`,
    'apps/wide/package.json': manifest('wide'),
    'apps/wide/Dockerfile': `# syntax=docker/dockerfile:1\nFROM ${BASE}\nCOPY --exclude=b libs/wide /wide\nCOPY apps/wide/package.json /\n`,
    'apps/tool/package.json': manifest('tool'),
    'apps/tool/in.txt': 'tool\n',
    'apps/tool/Dockerfile': `FROM scratch\nCOPY apps/tool/in.txt /out.txt\n`,
    'apps/generated/package.json': manifest('generated'),
    'apps/generated/project.json': {
      name: 'generated',
      targets: {
        build: {
          command: copy('apps/generated/src/main.txt', 'dist/apps/generated/out.txt'),
          outputs: ['{workspaceRoot}/dist/apps/generated'],
          inputs: ['{projectRoot}/src/**/*'],
          cache: true,
        },
      },
    },
    'apps/generated/src/main.txt': 'generated\n',
    'apps/generated/Dockerfile': `FROM ${BASE}\nCOPY dist/apps/generated /app\n`,
  };
}
