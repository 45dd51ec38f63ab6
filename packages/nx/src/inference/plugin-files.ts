import { baseName } from '@dockwarden-internal/facts/kernel/path';
import { CANDIDATE_GLOB } from '@dockwarden-internal/run/lint-inputs/candidate-files';

/** Files by which Nx itself sees a project in a folder. */
const PROJECT_FILES = ['project.json', 'package.json'];

/** Files by which plugins of Nx for other languages may. */
const FOREIGN_FILES = [
  ...['pom.xml', 'build.gradle', 'build.gradle.kts', 'go.mod', 'Cargo.toml', 'pyproject.toml', 'composer.json'],
  ...['*.csproj', '*.fsproj', '*.vbproj'],
];

/** What Nx hands over: beside candidates, what makes a folder a project, since it says where images and their sources are. */
export const PLUGIN_GLOB = CANDIDATE_GLOB.replace(/}$/, `,${[...PROJECT_FILES, ...FOREIGN_FILES].join(',')}}`);

const names = new Set([...PROJECT_FILES, ...FOREIGN_FILES]);

/** Whether the folder of a file may be a project of Nx, by any plugin. */
export function mayMakeProject(path: string): boolean {
  const name = baseName(path);
  return names.has(name) || /\.(?:cs|fs|vb)proj$/.test(name);
}
