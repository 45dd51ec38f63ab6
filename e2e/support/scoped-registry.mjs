import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/**
 * A registry on this machine that knows one package in one version, for `nx add`, which takes no tarballs. Only the
 * package's scope is pointed at it; everything else comes from the registry that npm is configured for.
 */
export async function serveScoped(tarball) {
  const { address, names, close } = await serve([tarball]);
  return { npmrc: `${names[0].split('/')[0]}:registry=${address}\n`, close };
}

/** One that knows only our packages, each in the version that was packed and, with the same content, in a later one: for `nx migrate`. */
export async function serveReleases(tarballs, later) {
  const { address, close } = await serve(Object.values(tarballs), later);
  return { npmrc: `registry=${address}\n`, close };
}

async function serve(tarballs, later) {
  const packages = new Map(
    tarballs.map((tarball) => {
      const bytes = readFileSync(tarball);
      const said = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' });
      const manifest = JSON.parse(said);
      return [manifest.name, { manifest, bytes }];
    }),
  );
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split('?')[0]).slice(1);
    const [name, file] = path.split('/-/');
    const found = packages.get(name);
    if (!found) return response.writeHead(404).end('{}');
    if (file !== undefined) return response.end(found.bytes);
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(document(found, `http://${request.headers.host}`)));
  });
  const document = ({ manifest, bytes }, origin) => {
    const dist = {
      tarball: `${origin}/${manifest.name}/-/package.tgz`,
      integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
      shasum: createHash('sha1').update(bytes).digest('hex'),
    };
    const versions = [manifest.version, ...(later === undefined ? [] : [later])];
    return {
      name: manifest.name,
      'dist-tags': { latest: versions.at(-1) },
      time: Object.fromEntries(versions.map((version) => [version, '2020-01-01T00:00:00.000Z'])),
      versions: Object.fromEntries(versions.map((version) => [version, { ...manifest, version, dist }])),
    };
  };
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // By this name, since Nx 22 and 23 ask only registries that they know for what a release says, and install from others, whose content is that of the one packed.
    address: `http://localhost:${server.address().port}/`,
    names: [...packages.keys()],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
