import { createServer, request } from 'node:http';

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

/** Asks a registry over HTTP. Source: OCI distribution specification. */
export function askRegistry(host, path, method = 'GET') {
  return fetch(`http://${host}/v2/${path}`, { method, headers: { accept: manifestTypes } });
}

/** Tags of a repository; none where it does not exist. */
export async function tagsIn(host, repository) {
  const answer = await askRegistry(host, `${repository}/tags/list`);
  return answer.ok ? ((await answer.json()).tags ?? []).sort() : [];
}

/** Digest that a tag points to; undefined where there is none. */
export async function digestIn(host, repository, tag) {
  const answer = await askRegistry(host, `${repository}/manifests/${tag}`, 'HEAD');
  return answer.ok ? answer.headers.get('docker-content-digest') : undefined;
}

/** A manifest or index, read. */
export async function manifestIn(host, repository, reference) {
  return (await askRegistry(host, `${repository}/manifests/${reference}`)).json();
}

/** The manifest of an image and its configuration, whether an index stands before them or not. */
export async function imageIn(host, repository, reference) {
  let manifest = await manifestIn(host, repository, reference);
  if (manifest.manifests) {
    const { digest } = manifest.manifests.find(({ platform }) => platform.os !== 'unknown');
    manifest = await manifestIn(host, repository, digest);
  }
  const config = await (await askRegistry(host, `${repository}/blobs/${manifest.config.digest}`)).json();
  return { manifest, config };
}

/** Deletes what the tags of a repository point to. */
export async function removeFromRegistry(host, repository) {
  for (const tag of await tagsIn(host, repository)) {
    const digest = await digestIn(host, repository, tag);
    if (digest) await askRegistry(host, `${repository}/manifests/${digest}`, 'DELETE');
  }
}

/**
 * Stands before a registry and writes down what is asked of it. `answer` may give a status instead of passing a request on, or a promise
 * of one to hold it back.
 */
export async function recordingProxy(target, answer = () => undefined) {
  const requests = [];
  const server = createServer(async (incoming, outgoing) => {
    requests.push({ method: incoming.method, path: incoming.url });
    const status = await answer(incoming.method, incoming.url, requests);
    if (status !== undefined) {
      incoming.resume();
      outgoing.writeHead(status).end();
      return;
    }
    const [host, port] = target.split(':');
    const options = { host, port, method: incoming.method, path: incoming.url, headers: incoming.headers };
    const onward = request(options, (response) => {
      outgoing.writeHead(response.statusCode, response.headers);
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${server.address().port}`,
    requests,
    writes: () => requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD'),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
