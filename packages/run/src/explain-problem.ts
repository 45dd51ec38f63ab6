/** What the problems of an area are about: what keeps a command from doing what was asked, which is no finding. */
const AREAS: Readonly<Record<string, string>> = {
  affected: 'what --affected compares with',
  arguments: 'the words of the command line',
  baseline: 'dockwarden.baseline.json',
  build: 'the build of an image',
  ci: 'the workflow that is to be written',
  config: 'dockwarden.yaml',
  container: 'the container of an image',
  engine: 'the container engine',
  file: 'a file that was asked for',
  files: 'files that are to be looked at or written',
  git: 'what git knows of the workspace',
  hadolint: 'a .hadolint.yaml',
  images: 'the images that the configuration, Compose files and Bake files name',
  init: 'making the workspace ready',
  inputs: 'what an image is built from',
  migrate: 'what is to be taken over from another tool',
  pack: 'packs: those that are extended, or named by --pack',
  pin: 'references that are to get a digest',
  policy: 'a policy of the workspace or of a package',
  project: 'a project that was named',
  push: 'pushing an image',
  registry: 'the registry',
  revision: 'the commit that an image is labelled with',
  scan: 'the scan of an image',
  setup: 'writing the files of an app',
  tag: 'the tags of an image',
  terms: 'shared terms of policies',
  waivers: 'the file of waivers',
};

/** Problems in areas that policies and other findings have, too. */
const OTHERS: Readonly<Record<string, string>> = {
  'compose/no-files': 'the Compose files of a project that is to be started',
  'compose/outside': 'a Compose file that another names',
  'compose/several': 'the Compose files of a project that is to be started',
  'health/no-framework': 'the health route that is to be added to an app',
  'health/no-sources': 'the health route that is to be added to an app',
  'health/path': 'the health route that is to be added to an app',
  'image/not-built': 'an image that was named',
  'image/several': 'an image that was named',
  'image/unknown': 'an image that was named',
  'image/unknown-stage': 'an image that was named',
  'shellcheck/failed': 'ShellCheck, which is asked about the shell text of RUN',
  'shellcheck/time': 'ShellCheck, which is asked about the shell text of RUN',
  'workspace/json': 'files by which projects are told',
  'workspace/too-many-projects': 'files by which projects are told',
};

/** The page of the code of a problem, such as `config/shape`; undefined where an id is of none, or may be one of `policies`. */
export function explainProblem(id: string, policies: Iterable<string> = []): string | undefined {
  const [, area] = /^([a-z]+)\/[a-z-]+$/.exec(id) ?? [];
  const own = (table: Readonly<Record<string, string>>, key = '') =>
    Object.hasOwn(table, key) ? table[key] : undefined;
  const about =
    own(OTHERS, id) ?? ([...policies].some((each) => each.startsWith(`${area}/`)) ? undefined : own(AREAS, area));
  if (about === undefined) return undefined;
  return [
    id,
    `A problem, and no finding of a policy. It is about ${about}.`,
    '',
    'Something that was asked for could not be done. Where it is printed stand the place, what is wrong there, and what to do.',
    'The exit code is 2 where arguments, a configuration or a policy are wrong, and 3 where something cannot be read or written.',
    '',
    'End it',
    '  mend what it names; no configuration, comment or waiver silences it',
    '',
  ].join('\n');
}
