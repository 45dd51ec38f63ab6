import type { FileSystem } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { FolderIndex } from './folder-index.ts';
import type { FoundProject } from './found-project.ts';
import { entriesAt, nodeAt, stringAt } from './json-file.ts';

/** What speaks for a stack: a file in the project's folder, a dependency of its package.json, an executor of its targets. */
interface Evidence {
  readonly stack: string;
  readonly files?: RegExp;
  readonly dependencies?: RegExp;
  readonly executors?: RegExp;
  /** Must be there as well. */
  readonly and?: RegExp;
}

/** In order: a framework before its language, a language before the package.json that carries its tools. */
const FRAMEWORKS: readonly Evidence[] = [
  { stack: 'nextjs', files: /^next\.config\.[cm]?[jt]s$/, dependencies: /^next$/, executors: /^@nx\/next:/ },
  { stack: 'nestjs', files: /^nest-cli\.json$/, dependencies: /^@nestjs\/core$/, executors: /^@nx\/nest:/ },
  {
    stack: 'vite',
    files: /^vite\.config\.[cm]?[jt]s$/,
    dependencies: /^vite$/,
    executors: /^@nx\/vite:build$/,
    and: /^index\.html$/,
  },
];

const LANGUAGES: readonly Evidence[] = [
  { stack: 'go', files: /^go\.mod$/ },
  { stack: 'rust', files: /^Cargo\.toml$/ },
  { stack: 'java', files: /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/ },
  { stack: 'dotnet', files: /\.(?:cs|fs|vb)proj$/ },
  { stack: 'python', files: /^(?:pyproject\.toml|requirements[\w.-]*\.txt|setup\.py|Pipfile|manage\.py)$/ },
];

const NODE_EXECUTOR = /^@nx\/(?:node|esbuild|webpack|rollup|js):/;

/** The stack that a project's own files speak for; undefined where none does. Of the root's package.json alone nothing follows for others. */
export function stackOf(fs: FileSystem, index: FolderIndex, project: FoundProject): string | undefined {
  const names = index.names(project.root);
  const dependencies = [...(project.manifest?.dependencies.keys() ?? [])];
  const executors = executorsOf(project);
  const speaks = ({ files, dependencies: wanted, executors: used, and }: Evidence) =>
    (names.some((name) => files?.test(name)) ||
      dependencies.some((name) => wanted?.test(name)) ||
      executors.some((name) => used?.test(name))) &&
    (!and || names.some((name) => and.test(name)));
  const framework = FRAMEWORKS.find(speaks)?.stack;
  if (framework) return framework;
  const language = LANGUAGES.find(speaks)?.stack;
  if (language && !(project.manifest && isNodeProgram(project))) return language;
  if (startsNest(fs, project)) return 'nestjs';
  if (project.manifest || executors.some((name) => NODE_EXECUTOR.test(name))) return 'node';
  return language ?? (names.includes('index.html') ? 'static' : undefined);
}

function executorsOf({ projectJson, manifest }: FoundProject): string[] {
  const targets = [
    ...entriesAt(projectJson, 'targets').map(({ key }) => stringAt(projectJson, 'targets', key, 'executor')),
    ...entriesAt(manifest?.json, 'nx', 'targets').map(({ key }) =>
      stringAt(manifest?.json, 'nx', 'targets', key, 'executor'),
    ),
  ];
  return targets.filter((executor) => executor !== undefined);
}

/** A package.json beside a go.mod often only holds a formatter; one that can be started or installed from holds more. */
function isNodeProgram({ manifest }: FoundProject): boolean {
  const json = manifest?.json;
  return (
    nodeAt(json, 'scripts', 'start') !== undefined ||
    nodeAt(json, 'main') !== undefined ||
    entriesAt(json, 'dependencies').length > 0
  );
}

/** In an integrated workspace the root has all dependencies, so that only the entry file tells. */
function startsNest(fs: FileSystem, { root, projectJson }: FoundProject): boolean {
  return projectJson !== undefined && (fs.read(joinPath(root, 'src/main.ts')) ?? '').includes("'@nestjs/core'");
}
