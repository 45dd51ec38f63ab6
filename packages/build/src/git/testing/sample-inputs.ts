import { sourceText } from '@dockwarden-internal/syntax';
import type { Image } from '../../model/image.ts';
import type { ContextInputs, ImageInputs, InputSource } from '../../model/image-inputs.ts';
import type { ImageRequest } from '../../model/image-request.ts';

export const sampleRequest: ImageRequest = {
  args: new Map(),
  contexts: new Map(),
  platforms: [],
  repository: 'dockwarden.local/api',
  tags: [],
  labels: new Map(),
  annotations: new Map(),
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  provenance: 'min',
  sbom: false,
  reproducible: false,
  revision: 'inputs',
  created: 'commit',
  bases: 'local',
  contextMode: 'staged',
  contextGit: false,
  pass: { revision: 'GIT_SHA', created: 'BUILD_DATE', version: 'VERSION' },
  reuse: { engine: false, content: false, protected: [] },
  allowedSecretArgs: [],
};

export function sampleImage(name: string, request: Partial<ImageRequest> = {}): Image {
  const dockerfile = `apps/${name}/Dockerfile`;
  return {
    name,
    project: name,
    dockerfile,
    context: '.',
    declaredBy: dockerfile,
    request: { ...sampleRequest, ...request },
  };
}

/** A COPY line of a Dockerfile that has nothing else. */
export function copied(path: string, more: Partial<InputSource> = {}): InputSource {
  const source = sourceText('apps/api/Dockerfile', `COPY ${path} .\n`);
  const place = { source, span: { start: 0, end: path.length + 7 } };
  return { path, pattern: false, excludes: [], instruction: 'COPY', place, ...more };
}

export function sampleInputs(
  name: string,
  sources: readonly InputSource[],
  more: Partial<ContextInputs> = {},
): ImageInputs {
  const image = sampleImage(name);
  const candidates = [`${image.dockerfile}.dockerignore`, '.dockerignore'];
  return {
    image,
    contexts: [{ directory: '.', ignoreCandidates: candidates, ignoreFile: '.dockerignore', sources, ...more }],
    files: [image.dockerfile],
    args: [],
    meaning: '',
    references: [],
    parents: new Map(),
    secrets: [],
    ssh: [],
    volatile: [],
    widened: [],
    readsBuildPlatform: false,
    declaresEpoch: false,
  };
}
