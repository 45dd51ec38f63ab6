import { type FileSystem, joinPath } from '@dockwarden-internal/facts';
import type { JavaProject } from './java-app.ts';

const BUILD = ['build.gradle.kts', 'build.gradle'];
const SETTINGS = ['settings.gradle.kts', 'settings.gradle'];

/** Files beside the build files that a build reads. Source: Gradle, "Build environment", "Version catalogs", "Locking versions". */
const BESIDE = [
  'gradle.properties',
  'gradle.lockfile',
  'gradle/libs.versions.toml',
  'gradle/verification-metadata.xml',
];

/** A project that has a Gradle build file: with its own settings, or included by those at the root. What a build computes is not known. */
export function gradleProject(fs: FileSystem, root: string): JavaProject | undefined {
  const own = buildFile(fs, root);
  if (own === undefined) return undefined;
  const settings =
    root === '.' || firstFile(fs, root, SETTINGS) !== undefined ? undefined : firstFile(fs, '.', SETTINGS);
  const included = settings === undefined ? [] : includedProjects(fs, settings);
  const isIncluded = included.some(({ folder }) => folder === root);
  const top = isIncluded ? '.' : root;
  const modules = isIncluded ? neededProjects(fs, included, root) : [root];
  const declared = isIncluded ? [...new Set(['.', ...included.map(({ folder }) => folder)])] : [root];
  const text = fs.read(own) ?? '';
  const all = `${text}\n${isIncluded ? (fs.read(buildFile(fs, '.') ?? '') ?? '') : ''}`;
  const version = javaVersion(all);
  const spring = springOf(text, all);
  return {
    tool: 'gradle',
    wrapper: fs.kind(joinPath(top, 'gradlew')) === 'file',
    context: isIncluded ? 'workspace' : 'project',
    manifests: [
      ...[firstFile(fs, top, SETTINGS), ...BESIDE.map((name) => joinPath(top, name))].filter(
        (path) => path !== undefined && fs.kind(path) === 'file',
      ),
      ...declared.flatMap((folder) => buildFile(fs, folder) ?? []),
    ] as string[],
    modules,
    ...(version !== undefined && { version: { range: version, file: own } }),
    ...(spring && { spring }),
    distribution: /\bid\s*\(?\s*["']application["']|^\s*application\s*$/m.test(text),
    why: own,
  };
}

function firstFile(fs: FileSystem, folder: string, names: readonly string[]): string | undefined {
  return names.map((name) => joinPath(folder, name)).find((path) => fs.kind(path) === 'file');
}

function buildFile(fs: FileSystem, folder: string): string | undefined {
  return firstFile(fs, folder, BUILD);
}

/** `include("apps:api")` means the folder apps/api. Source: Gradle, "Settings file". */
function includedProjects(fs: FileSystem, settings: string): { readonly path: string; readonly folder: string }[] {
  const text = withoutComments(fs.read(settings) ?? '');
  const paths = [...text.matchAll(/\binclude\b\s*\(?([^)\n]{1,2000})/g)].flatMap(([, list]) =>
    [...list!.matchAll(/["']([\w:.-]{1,200})["']/g)].map(([, path]) => path!.replace(/^:/, '')),
  );
  return paths
    .map((path) => ({ path, folder: path.replaceAll(':', '/') }))
    .filter(({ folder }) => fs.kind(folder) === 'directory');
}

/** The app's project and those that its build file names, directly or not. */
function neededProjects(
  fs: FileSystem,
  included: readonly { readonly path: string; readonly folder: string }[],
  root: string,
): string[] {
  const needed = new Set([root]);
  for (const folder of needed) {
    const text = withoutComments(fs.read(buildFile(fs, folder) ?? '') ?? '');
    for (const [, path] of text.matchAll(/\bproject\(\s*(?:path\s*[:=]\s*)?["']:([\w:.-]{1,200})["']/g)) {
      const other = included.find((one) => one.path === path);
      if (other) needed.add(other.folder);
    }
  }
  return [...needed];
}

function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*/g, '');
}

function javaVersion(text: string): string | undefined {
  return /JavaLanguageVersion\.of\(\s*["']?(\d{1,2})|JavaVersion\.VERSION_(?:1_)?(\d{1,2})|(?:source|target)Compatibility\s*=\s*["']?(\d{1,2})|jvmToolchain\(\s*(\d{1,2})/
    .exec(text)
    ?.slice(1)
    .find(Boolean);
}

function springOf(text: string, all: string): JavaProject['spring'] {
  if (!/org\.springframework\.boot["']?\)?|libs\.plugins\.spring\.?boot/i.test(text)) return undefined;
  const version = /["']org\.springframework\.boot["']\)?\s*version\s*\(?["']([\d.]{1,20}[\w.-]{0,20})["']/.exec(
    all,
  )?.[1];
  return { ...(version !== undefined && { version }), actuator: /spring-boot-starter-actuator/.test(all) };
}
