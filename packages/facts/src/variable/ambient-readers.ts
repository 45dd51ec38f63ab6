/** Programs that read variables of these names from the environment, without any `$NAME` in sight. `*` stands for every program. */
export const ambientReaders: readonly { readonly name: RegExp; readonly programs: ReadonlySet<string> | '*' }[] = [
  {
    name: /^(DEBIAN_FRONTEND|DEBCONF_\w+|APT_\w+)$/,
    programs: new Set(['apt-get', 'apt', 'aptitude', 'dpkg', 'dpkg-reconfigure', 'debconf-set-selections']),
  },
  {
    name: /^(NODE_\w+|npm_config_\w+|NPM_\w+|YARN_\w+|PNPM_\w+|COREPACK_\w+|BUN_\w+|NX_\w+|TURBO_\w+|NEXT_\w+|VITE_\w+|REACT_APP_\w+|NUXT_\w+)$/i,
    programs: new Set([
      'node',
      'npm',
      'npx',
      'pnpm',
      'pnpx',
      'yarn',
      'bun',
      'bunx',
      'corepack',
      'nx',
      'turbo',
      'next',
      'vite',
      'nuxt',
    ]),
  },
  {
    name: /^(PIP_\w+|PYTHON\w*|UV_\w+|POETRY_\w+|VIRTUAL_ENV)$/,
    programs: new Set(['pip', 'pip3', 'python', 'python3', 'uv', 'poetry', 'pipenv', 'pdm']),
  },
  { name: /^(GO[A-Z0-9]+|CGO_\w+)$/, programs: new Set(['go', 'xx-go', 'make']) },
  { name: /^(CARGO_\w+|RUST\w*)$/, programs: new Set(['cargo', 'rustc', 'rustup', 'make']) },
  {
    name: /^(MAVEN_\w+|GRADLE_\w+|JAVA_\w+|JDK_\w+)$/,
    programs: new Set(['mvn', 'mvnw', 'gradle', 'gradlew', 'java', 'javac']),
  },
  { name: /^(BUNDLE_\w+|GEM_\w+|RAILS_\w+|RACK_\w+)$/, programs: new Set(['bundle', 'gem', 'rails', 'rake', 'ruby']) },
  { name: /^(COMPOSER_\w+|PHP_\w+)$/, programs: new Set(['composer', 'php']) },
  { name: /^(MIX_\w+|HEX_\w+)$/, programs: new Set(['mix', 'elixir', 'iex', 'rebar3']) },
  { name: /^(DOTNET_\w+|NUGET_\w+)$/, programs: new Set(['dotnet', 'nuget']) },
  {
    name: /^(CC|CXX|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|MAKEFLAGS)$/,
    programs: new Set(['make', 'cmake', 'gcc', 'cc', 'g++', 'configure', 'ninja']),
  },
  {
    name: /^(CI|TZ|LANG|LC_\w+|HOME|PATH|USER|SHELL|TERM|SSL_CERT_\w+|CURL_CA_BUNDLE|SOURCE_DATE_EPOCH)$/,
    programs: '*',
  },
];
