/** Programs made to be PID 1: they reap children and pass signals on. */
export const inits: ReadonlySet<string> = new Set([
  ...[
    'tini',
    'tini-static',
    'dumb-init',
    'docker-init',
    'catatonit',
    's6-svscan',
    's6-svinit',
    'supervisord',
    'runsvdir',
    'runit',
  ],
  ...['my_init', 'systemd', 'pid1', 'multirun', 'horust'],
]);

/** Package managers that start a script as a child and stay. */
export const scriptRunners: ReadonlySet<string> = new Set([
  'npm',
  'npx',
  'yarn',
  'yarnpkg',
  'pnpm',
  'pnpx',
  'bunx',
  'corepack',
]);

/** Words that come before the tool they start: the program, and the subcommands that belong to it. */
export const launchers: Readonly<Record<string, readonly string[]>> = {
  npx: [],
  pnpx: [],
  corepack: [],
  bunx: [],
  npm: ['exec', 'x', '--'],
  pnpm: ['exec', 'dlx'],
  yarn: ['exec', 'dlx', 'run'],
  bun: ['x', 'run'],
  poetry: ['run'],
  pipenv: ['run'],
  pdm: ['run'],
  uv: ['run'],
  hatch: ['run'],
  bundle: ['exec'],
  python: ['-m'],
  python3: ['-m'],
  dotenv: ['--'],
  'cross-env': [],
  'with-contenv': [],
  doppler: ['run', '--'],
  infisical: ['run', '--'],
};

/** Scripts that package managers run by name, and that by their name are for development. */
export const developmentScript =
  /^(dev|develop|development|watch|hot|live|debug)([:._-].*)?$|^(start|serve|run)[:._-](dev|develop|development|watch|hot|debug|local)([:._-].*)?$/;

/** How a tool gives itself away as a development server. */
export interface DevServer {
  /** It is one whatever its arguments. */
  readonly always?: true;
  /** Operands with which it is one. */
  readonly with?: readonly string[];
  /** It is one unless one of these operands or options says otherwise. */
  readonly unless?: readonly string[];
  /** Options with which it is one. */
  readonly options?: readonly string[];
}

/**
 * @source the tools' own documentation
 * @asOf 2026-11-21
 */
export const devServers: Readonly<Record<string, DevServer>> = {
  nodemon: { always: true },
  'ts-node-dev': { always: true },
  tsnd: { always: true },
  'webpack-dev-server': { always: true },
  'live-server': { always: true },
  'browser-sync': { always: true },
  'json-server': { always: true },
  webpack: { with: ['serve', 's', 'server'] },
  rspack: { with: ['serve', 's', 'server', 'dev'] },
  rsbuild: { with: ['dev'] },
  vite: { unless: ['build', 'preview', 'optimize', '--version', '--help'] },
  next: { unless: ['build', 'start', 'export', 'lint', 'info', 'telemetry', '--version', '--help'] },
  nuxt: { unless: ['build', 'start', 'generate', 'preview', 'prepare', 'analyze', '--version'] },
  nuxi: { with: ['dev'] },
  astro: { with: ['dev'] },
  remix: { with: ['dev'] },
  'react-router': { with: ['dev'] },
  ng: { with: ['serve', 's', 'dev'] },
  'vue-cli-service': { with: ['serve'] },
  'react-scripts': { with: ['start'] },
  craco: { with: ['start'] },
  docusaurus: { with: ['start'] },
  vitepress: { with: ['dev'] },
  strapi: { with: ['develop', 'dev'] },
  gatsby: { with: ['develop', 'dev'] },
  parcel: { unless: ['build', 'help', '--version'] },
  expo: { with: ['start'] },
  storybook: { with: ['dev'] },
  wrangler: { with: ['dev'] },
  nest: { options: ['--watch', '-w', '--debug', '-d'] },
  tsx: { with: ['watch'], options: ['--watch'] },
  node: { options: ['--watch', '--watch-path', '--inspect', '--inspect-brk'] },
  bun: { options: ['--watch', '--hot'] },
  deno: { options: ['--watch', '--watch-hmr', '--inspect'] },
  nx: { with: ['serve', 'dev'] },
  turbo: { with: ['dev', 'watch'] },
  flask: { with: ['run'] },
  uvicorn: { options: ['--reload'] },
  gunicorn: { options: ['--reload'] },
  hypercorn: { options: ['--reload'] },
  granian: { options: ['--reload'] },
  sanic: { options: ['--dev', '--debug', '--reload', '-d', '-r'] },
  quart: { with: ['run'] },
  fastapi: { with: ['dev'] },
  'manage.py': { with: ['runserver', 'runserver_plus'] },
  'django-admin': { with: ['runserver'] },
  debugpy: { always: true },
  'http.server': { always: true },
  rails: { with: ['development', '--environment=development'] },
  java: { options: ['-agentlib:jdwp', '-Xrunjdwp:transport'] },
  watchmedo: { always: true },
  php: { options: ['-S'] },
  artisan: { with: ['serve'] },
  symfony: { with: ['serve', 'server:start', 'local:server:start'] },
  air: { always: true },
  gow: { always: true },
  reflex: { always: true },
  dlv: { always: true },
  cargo: { with: ['watch'] },
  'cargo-watch': { always: true },
  bacon: { always: true },
  dotnet: { with: ['watch'] },
  mvn: { with: ['spring-boot:run', 'quarkus:dev', 'jetty:run'] },
  mvnw: { with: ['spring-boot:run', 'quarkus:dev', 'jetty:run'] },
  gradle: { with: ['bootRun', 'quarkusDev', 'run'] },
  gradlew: { with: ['bootRun', 'quarkusDev', 'run'] },
  jekyll: { with: ['serve', 'server', 's'] },
  hugo: { with: ['server', 'serve'] },
  mkdocs: { with: ['serve'] },
};
