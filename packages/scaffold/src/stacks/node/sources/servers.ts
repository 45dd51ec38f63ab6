/** A program of a package that serves an app's build output. */
export interface Server {
  readonly package: string;
  /** File that node runs, within the package: its own name in `.bin` is a shell script with some package managers. */
  readonly bin: string;
}

/** Sources: the packages' own package.json. */
export const SERVERS: Readonly<Record<string, Server>> = {
  'react-router-serve': { package: '@react-router/serve', bin: 'bin.cjs' },
  'remix-serve': { package: '@remix-run/serve', bin: 'dist/cli.js' },
  fastify: { package: 'fastify-cli', bin: 'cli.js' },
};
