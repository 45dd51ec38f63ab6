import { explainFailure } from './explain-failure.ts';

const REST = '(the rest of the line)';

/** What BuildKit, buildx and the engine said on a real engine. */
test.each([
  ['secret a: not found', 'build/secret-not-given', 2],
  ['failed to stat /x/secret: stat /x/secret: no such file or directory', 'build/secret-missing', 3],
  [
    'failed to convert agent config {default [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set',
    'build/no-ssh-agent',
    3,
  ],
  ['invalid tag "Bad Tag:1": invalid reference format', 'build/invalid-tag', 2],
  ['failed to load LLB: network.host is not allowed', 'build/privilege', 2],
  ['target stage "nostage" could not be found', 'build/no-stage', 2],
  ['failed to read dockerfile: open Nope: no such file or directory', 'build/no-dockerfile', 2],
  ['dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)', 'build/parse-error', 1],
  [
    'failed to compute cache key: failed to calculate checksum of ref a::b: "/nope.txt": not found',
    'build/no-source',
    1,
  ],
  ['r.example/x:1: failed to resolve source metadata for r.example/x:1: r.example/x:1: not found', 'build/no-base', 1],
  [
    'x:1: failed to resolve source metadata for docker.io/library/x:1: failed to do request: Head "https://registry-1.docker.io/v2/library/x/manifests/1": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host',
    'registry/unreachable',
    3,
  ],
  [
    'failed to push 127.0.0.1:1/x:1: failed to do request: Head "https://127.0.0.1:1/v2/x/blobs/sha256:6": dial tcp 127.0.0.1:1: connect: connection refused',
    'registry/unreachable',
    3,
  ],
  [
    'failed to push ghcr.io/a/b:1: unexpected status from POST request to https://ghcr.io/v2/a/b/blobs/uploads/: 403 Forbidden',
    'registry/refuses',
    3,
  ],
  [
    'failed to resolve source metadata for docker.io/a/b:1: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    'registry/refuses',
    3,
  ],
  [
    'error writing layer blob: failed to do request: Head "https://127.0.0.1:1/v2/c/blobs/sha256:0": dial tcp 127.0.0.1:1: connect: connection refused',
    'registry/unreachable',
    3,
  ],
  ['failed to copy: write /var/lib/x: no space left on device', 'build/disk-full', 3],
  [
    'failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
    'engine/builder-gone',
    3,
  ],
  ['process "/bin/sh -c npm ci" did not complete successfully: exit code: 1', 'build/step-failed', 1],
  [`something new ${REST}`, 'build/failed', 1],
  ['', 'build/failed', 1],
])('%s', (text, code, exit) => {
  expect(explainFailure(text)).toMatchObject({ code, exit });
});

test('sentences', () => {
  expect(
    explainFailure('process "/bin/sh -c npm ci  \\\\\\n && x" did not complete successfully: exit code: 137').message,
  ).toMatch(/short of memory/);
  expect(explainFailure('failed to push r/x:1: dial tcp 127.0.0.1:1: connect: connection refused').message).toBe(
    'The registry of r/x:1 cannot be reached: dial tcp 127.0.0.1:1: connect: connection refused.',
  );
});

test('long texts are read in linear time', () => {
  const started = Date.now();
  for (const text of [
    'failed to resolve source metadata for '.repeat(20_000),
    `process "${'\\"'.repeat(200_000)}`,
    '401 '.repeat(100_000),
  ])
    explainFailure(text);
  expect(Date.now() - started).toBeLessThan(2000);
});
