/** A tool that makes a site of files. */
export interface SiteBuilder {
  readonly package: string;
  readonly title: string;
  /** Folder that it writes unless told otherwise. */
  readonly output: string;
  /** Paths whose names change with their content, as a regular expression of nginx: kept by browsers for a year. */
  readonly hashed: string;
  /** One page that routes in the browser: unknown paths lead to it. Otherwise each page is a file. */
  readonly singlePage: boolean;
  /** Development server, by `npx`, and its port. */
  readonly serve: readonly string[];
  readonly servePort: number;
  /** Folders that the development server writes. */
  readonly written: readonly string[];
}

const VITE_WRITES = ['node_modules/.vite', 'node_modules/.vite-temp'];

/**
 * The more particular first: most build on Vite.
 *
 * @source the tools' own documentation
 * @asOf 2026-11-21
 */
export const BUILDERS: readonly SiteBuilder[] = [
  {
    package: '@angular/core',
    title: 'Angular',
    output: 'dist',
    hashed: '-[A-Z0-9]{8}\\.(?:js|css|woff2?|svg|png|jpg)$',
    singlePage: true,
    serve: ['ng', 'serve', '--host', '0.0.0.0'],
    servePort: 4200,
    written: ['.angular'],
  },
  {
    package: 'astro',
    title: 'Astro',
    output: 'dist',
    hashed: '^/_astro/',
    singlePage: false,
    serve: ['astro', 'dev', '--host', '0.0.0.0'],
    servePort: 4321,
    written: ['.astro', ...VITE_WRITES],
  },
  {
    package: '@docusaurus/core',
    title: 'Docusaurus',
    output: 'build',
    hashed: '^/assets/',
    singlePage: false,
    serve: ['docusaurus', 'start', '--host', '0.0.0.0'],
    servePort: 3000,
    written: ['.docusaurus'],
  },
  {
    package: 'next',
    title: 'Next.js export',
    output: 'out',
    hashed: '^/_next/static/',
    singlePage: false,
    serve: ['next', 'dev', '--hostname', '0.0.0.0'],
    servePort: 3000,
    written: ['.next'],
  },
  {
    package: 'react-scripts',
    title: 'Create React App',
    output: 'build',
    hashed: '^/static/',
    singlePage: true,
    serve: ['react-scripts', 'start'],
    servePort: 3000,
    written: ['node_modules/.cache'],
  },
  {
    package: '@vue/cli-service',
    title: 'Vue CLI',
    output: 'dist',
    hashed: '^/(?:js|css)/',
    singlePage: true,
    serve: ['vue-cli-service', 'serve', '--host', '0.0.0.0'],
    servePort: 8080,
    written: ['node_modules/.cache'],
  },
  {
    package: 'vite',
    title: 'Vite',
    output: 'dist',
    hashed: '^/assets/',
    singlePage: true,
    serve: ['vite', '--host', '0.0.0.0'],
    servePort: 5173,
    written: VITE_WRITES,
  },
];

/** Packages of servers: an app with one of them is not made of files alone. */
export const SERVER_PACKAGES: readonly string[] = [
  '@nestjs/core',
  '@react-router/serve',
  '@remix-run/serve',
  '@sveltejs/adapter-node',
  '@angular/ssr',
  '@astrojs/node',
  'express',
  'fastify',
  'hono',
  'koa',
  'nuxt',
];
