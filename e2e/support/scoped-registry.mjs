import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * A registry on this machine that knows one package in one version, for `nx add` and `nx migrate`, which take no tarballs. Only the
 * package's scope is pointed at it; everything else comes from the registry that npm is configured for.
 */
export async function serveScoped(tarball) {
  const bytes = readFileSync(tarball);
  const manifest = JSON.parse(execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }));
  const server = createServer((request, response) => {
    if (request.url.endsWith('.tgz')) return response.end(bytes);
    if (decodeURIComponent(request.url.split('?')[0]) !== `/${manifest.name}`) return response.writeHead(404).end('{}');
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(document(`http://${request.headers.host}`)));
  });
  const document = (origin) => ({
    name: manifest.name,
    'dist-tags': { latest: manifest.version },
    time: { [manifest.version]: '2020-01-01T00:00:00.000Z' },
    versions: {
      [manifest.version]: {
        ...manifest,
        dist: {
          tarball: `${origin}/package.tgz`,
          integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
          shasum: createHash('sha1').update(bytes).digest('hex'),
        },
      },
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scope = manifest.name.split('/')[0];
  return {
    npmrc: `${scope}:registry=http://127.0.0.1:${server.address().port}/\n`,
    version: manifest.version,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
