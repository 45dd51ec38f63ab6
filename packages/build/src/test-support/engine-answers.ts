/** What an engine and registries say, in the shapes that were recorded on real ones; only what is read of them. */

export const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const OCI = 'application/vnd.oci.image';

export interface EngineImage {
  readonly tags: readonly string[];
  /** Of the manifest, or of the index where `index`. */
  readonly digest: string;
  readonly index?: boolean;
  readonly platform?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly onbuild?: readonly string[];
  /** Laid over its configuration. */
  readonly config?: object;
}

/** One line of `docker image inspect --format '{{json .}}'`, containerd store. */
export function inspectLine({
  tags,
  digest,
  index,
  platform = 'linux/amd64',
  labels,
  onbuild,
  config,
}: EngineImage): string {
  const [Os, Architecture] = platform.split('/');
  const Descriptor = { mediaType: index ? `${OCI}.index.v1+json` : `${OCI}.manifest.v1+json`, digest, size: 500 };
  const Config = {
    Env: ['PATH=/bin', 'EMPTY=', 'A=b=c'],
    Cmd: ['sh'],
    Labels: labels ?? null,
    OnBuild: onbuild ?? null,
    User: 'app',
    ...config,
  };
  const RepoDigests = tags.map((tag) => `${tag.replace(/:[^:/]*$/, '')}@${digest}`);
  const RootFS = { Type: 'layers', Layers: ['sha256:1', 'sha256:2'] };
  return JSON.stringify({
    Id: digest,
    RepoTags: tags,
    RepoDigests,
    Created: '2026-01-01T00:00:00Z',
    Config,
    Architecture,
    Os,
    Size: 7,
    RootFS,
    Descriptor,
  });
}

/** The same by an engine with the overlay2 store: the id is the configuration's digest, and nothing is known of manifests. */
export function graphLine(
  tags: readonly string[],
  id: string,
  repoDigests: readonly string[] = [],
  labels: Readonly<Record<string, string>> = {},
): string {
  const Config = { Env: null, Labels: labels };
  return JSON.stringify({
    Id: id,
    RepoTags: tags,
    RepoDigests: repoDigests,
    Config,
    Architecture: 'amd64',
    Os: 'linux',
    Size: 7,
  });
}

/** Answers `docker image inspect` from a list of images, as the engine does: those it lacks are on standard error, with exit code 1. */
export function inspectAnswer(line: string, images: readonly EngineImage[], platform?: string) {
  const asked = line.split(' -- ')[1]!.split(' ');
  const found = asked.flatMap((name) =>
    images.filter(({ tags }) => tags.includes(name.replace(/^docker\.io\/(?:library\/)?/, ''))),
  );
  const stdout = found.map((image) => `${inspectLine(platform ? { ...image, platform } : image)}\n`).join('');
  const code = found.length === asked.length ? 0 : 1;
  return { code, stdout, stderr: code === 0 ? '' : 'Error response from daemon: No such image: x' };
}

export interface RemotePlatform {
  readonly manifest: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly onbuild?: readonly string[];
}

/** What `docker buildx imagetools inspect --format '{{json .}}'` prints of a single manifest. */
export function remoteManifest(manifest: string, labels: Readonly<Record<string, string>> = {}): string {
  const image = { architecture: 'amd64', os: 'linux', config: { Labels: labels } };
  return JSON.stringify({
    name: 'x',
    manifest: { mediaType: `${OCI}.manifest.v1+json`, digest: manifest, size: 5 },
    image,
  });
}

/** And of an index, with one attestation. */
export function remoteIndex(index: string, platforms: Readonly<Record<string, RemotePlatform>>): string {
  const manifests = Object.entries(platforms).map(([platform, { manifest }]) => {
    const [os, architecture, variant] = platform.split('/');
    return { mediaType: `${OCI}.manifest.v1+json`, digest: manifest, platform: { os, architecture, variant } };
  });
  const attestation = { digest: digest('0'), platform: { os: 'unknown', architecture: 'unknown' } };
  const images = Object.entries(platforms).map(([platform, { labels, onbuild }]) => {
    const [os, architecture] = platform.split('/');
    return [platform, { os, architecture, config: { Labels: labels ?? {}, OnBuild: onbuild } }];
  });
  const manifest = { mediaType: `${OCI}.index.v1+json`, digest: index, manifests: [...manifests, attestation] };
  // Of one platform the configuration is shown alone.
  const image = images.length === 1 ? images[0]![1] : Object.fromEntries(images);
  return JSON.stringify({ name: 'x', manifest, image });
}

export const NOT_FOUND = { code: 1, stderr: 'ERROR: r.example/x:1: not found' };
export const REFUSED_CONNECTION = {
  code: 1,
  stderr:
    'ERROR: failed to do request: Head "http://r.example/v2/x/manifests/1": dial tcp 127.0.0.1:1: connect: connection refused',
};
export const NO_DAEMON = {
  code: 1,
  stderr: 'Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
};
