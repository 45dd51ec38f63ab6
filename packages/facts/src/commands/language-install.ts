import { flagValues, hasFlag } from './flags.ts';
import type { Ecosystem, InstallReading } from './install-reading.ts';
import type { CommandReading } from './read-command.ts';
import { isLocalPath } from './specs/local-path.ts';

type Reader = (reading: CommandReading, verb: string) => InstallReading | undefined;

/** Sources: the documentation of go, cargo, RubyGems, Bundler, Composer, Maven, Gradle and the .NET SDK. */
export const LANGUAGE_INSTALLS: Readonly<Record<string, Reader>> = {
  go: (reading, verb) => {
    const named = reading.args.some((word) => !isLocalPath(word.shown));
    if (verb === 'mod download' || verb === 'mod vendor') {
      return named ? of('go', 'packages') : { ...of('go', 'project', 'go.sum'), frozen: true };
    }
    if (verb === 'get') return named ? of('go', 'packages') : of('go', 'project', 'go.sum');
    if (verb === 'install') return named ? of('go', 'global') : { ...of('go', 'project', 'go.sum'), builds: true };
    return undefined;
  },
  cargo: (reading, verb) => {
    const frozen = hasFlag(reading, '--locked --frozen');
    const offline = hasFlag(reading, '--offline --frozen');
    const project = { ...of('cargo', 'project', 'Cargo.lock'), frozen, offline };
    if (verb === 'fetch' || verb === 'vendor' || verb === 'chef cook') return project;
    if (verb === 'build' || verb === 'b') return { ...project, builds: true };
    if (verb !== 'install' && verb !== 'binstall') return undefined;
    return hasFlag(reading, '--path') ? { ...project, builds: true } : { ...of('cargo', 'global'), frozen };
  },
  gem: (reading, verb) => {
    if (verb !== 'install' && verb !== 'i') return undefined;
    const manifests = flagValues(reading, '-g --file');
    return manifests.length > 0 ? { ...of('gem', 'project'), manifests } : of('gem', 'packages');
  },
  bundle: (reading, verb) => {
    if (verb !== 'install' && !(verb === '' && !hasFlag(reading, '-v --version -h --help'))) return undefined;
    const without = flagValues(reading, '--without').flatMap((value) => value.split(/[\s:]+/));
    const frozen = hasFlag(reading, '--frozen --deployment');
    const left = without.includes('development') ? { dev: false } : {};
    const offline = hasFlag(reading, '--local');
    return { ...of('gem', 'project', 'Gemfile.lock'), manager: 'bundle', frozen, ...left, offline };
  },
  composer: (reading, verb) => {
    const base = { manager: 'composer' };
    if (verb === 'install' || verb === 'i') {
      return {
        ...of('composer', 'project', 'composer.lock'),
        ...base,
        frozen: true,
        dev: !hasFlag(reading, '--no-dev'),
        project: !hasFlag(reading, '--no-autoloader'),
      };
    }
    if (/^(require|r|create-project)$/.test(verb)) return of('composer', 'packages');
    return verb === 'global require' ? of('composer', 'global') : undefined;
  },
  mvn: (reading) => {
    return reading.args.some((word) => fetchesOnly(word.shown))
      ? { ...of('maven', 'project'), manager: 'mvn' }
      : undefined;
  },
  gradle: (reading) => {
    const fetches = reading.args.some((word) =>
      /(^|:)(dependencies|(resolve|download|fetch)\w*Dependencies)$/i.test(word.shown),
    );
    return fetches || hasFlag(reading, '--refresh-dependencies') ? of('gradle', 'project') : undefined;
  },
  dotnet: (reading, verb) => {
    if (verb === 'restore') {
      const locked =
        hasFlag(reading, '--locked-mode') ||
        reading.flags.some(({ name, value }) => /RestoreLockedMode/i.test(name) && value !== 'false');
      return locked ? { ...dotnet('project'), lockfiles: ['packages.lock.json'], frozen: true } : dotnet('project');
    }
    if (verb === 'tool restore') return dotnet('project');
    if (verb === 'tool install') return dotnet(hasFlag(reading, '-g --global --tool-path') ? 'global' : 'packages');
    return verb === 'package add' || (verb === 'add' && reading.args.some((word) => word.shown === 'package'))
      ? dotnet('packages')
      : undefined;
  },
};

function of(ecosystem: Ecosystem, scope: InstallReading['scope'], ...lockfiles: string[]): InstallReading {
  return { ecosystem, manager: ecosystem, scope, lockfiles, manifests: [] };
}

function dotnet(scope: InstallReading['scope']): InstallReading {
  return { ...of('nuget', scope), manager: 'dotnet' };
}

/** Goals of Maven that bring in dependencies and do nothing else. */
function fetchesOnly(goal: string): boolean {
  const plugin = /(^|:)(maven-)?dependency(-plugin)?:/.test(goal) && /:(go-offline|resolve)/.test(goal);
  return plugin || /(^|:)go-offline-maven-plugin:/.test(goal);
}
