import { posix } from 'node:path';
import { BUILD_FLAGS, readFlags } from './docker-flags.ts';
import { type ImageBuild, PLAIN_BUILD } from './image-build.ts';

/** Flags without a counterpart, with the reason. Source: Docker reference, `docker buildx build`. */
const WITHOUT: Readonly<Record<string, string>> = {
  'add-host': 'no host is added to a build, so that it is the same everywhere',
  allow: 'entitlements are for the builder to give',
  attest: 'write provenance or sbom',
  call: 'to check a Dockerfile is what docker-lint is for',
  check: 'to check a Dockerfile is what docker-lint is for',
  iidfile: 'dist/docker/<image>/metadata.json has the digest',
  'metadata-file': 'dist/docker/<image>/metadata.json says what was built',
  network: 'the network of a build is for the builder to give',
  'no-cache-filter': 'a single stage is not built anew',
};

/** Flags that say how the command's own run goes, or that change nothing with BuildKit. */
const SILENT = ['load', 'quiet', 'debug', 'progress', 'rm', 'force-rm', 'compress'];

/**
 * A build as the words behind `docker build` describe it, run in a folder. Paths come out from the root. Undefined where the words hold no
 * single folder as context.
 */
export function dockerBuild(words: readonly string[], folder: string): ImageBuild | undefined {
  const { given, operands, unknown } = readFlags(words, BUILD_FLAGS);
  const [context, ...more] = operands;
  if (context === undefined || more.length > 0 || context === '-') return undefined;
  const all = (name: string) => given.filter(([each]) => each === name).map(([, value]) => value);
  const last = (name: string) => all(name).at(-1);
  const isOn = (name: string) => last(name) !== undefined && last(name) !== 'false';
  const isRemote = /^(?:https?|git|ssh):|\.git(?:#|$)/.test(context);
  const place = (path: string) =>
    /^\{|^\//.test(path) ? path : posix.normalize(posix.join(folder, path)).replace(/(?<=.)\/$/, '');
  const root = isRemote ? context : place(context);
  const file = last('file');
  const [target, builder, provenance] = [last('target'), last('builder'), last('provenance')];
  const sbom = last('sbom');
  const others = [
    ...unknown.map((word) => `${word}: it is no flag that is known here`),
    ...given.flatMap(([name]) =>
      Object.hasOwn(WITHOUT, name)
        ? [`--${name}: ${WITHOUT[name]}`]
        : KNOWN.includes(name) || SILENT.includes(name)
          ? []
          : [`--${name}: resources and the like are for the builder to give`],
    ),
  ];
  return {
    ...PLAIN_BUILD,
    context: root,
    ...(file !== undefined ? { dockerfile: place(file) } : !isRemote && { dockerfile: posix.join(root, 'Dockerfile') }),
    ...(target !== undefined && { target }),
    tags: all('tag'),
    labels: all('label'),
    annotations: all('annotation'),
    args: all('build-arg'),
    contexts: all('build-context').map((text) => named(text, place)),
    platforms: all('platform'),
    secrets: all('secret').map((text) =>
      text.replace(/\b(src|source)=([^,]*)/, (_, key, path) => `${key}=${place(path)}`),
    ),
    ssh: all('ssh'),
    cacheFrom: all('cache-from'),
    cacheTo: all('cache-to'),
    outputs: all('output'),
    ...(builder !== undefined && { builder }),
    ...(provenance !== undefined && { provenance }),
    sbom: sbom !== undefined && sbom !== 'false',
    push: isOn('push'),
    pull: isOn('pull'),
    noCache: isOn('no-cache'),
    others,
  };
}

const KNOWN = [
  'annotation',
  'build-arg',
  'build-context',
  'builder',
  'cache-from',
  'cache-to',
  'file',
  'label',
  'no-cache',
  'output',
  'platform',
  'provenance',
  'pull',
  'push',
  'sbom',
  'secret',
  'ssh',
  'tag',
  'target',
];

/** `name=folder`, from the root; what is no folder stays. */
function named(text: string, place: (path: string) => string): string {
  const at = text.indexOf('=');
  const value = text.slice(at + 1);
  return at < 0 || /^[a-z-]+:/.test(value) ? text : `${text.slice(0, at)}=${place(value)}`;
}
