import type { Finding, LintReport, PolicySummary } from '@dockwarden-internal/engine';
import type { Diagnostic, Place, SourceText } from '@dockwarden-internal/syntax';
import { sourceText } from '@dockwarden-internal/syntax';

/** The place of some words in a file: their `nth` occurrence, from 1. */
export function placeOf(source: SourceText, words: string, nth = 1): Place {
  let start = -1;
  for (let count = 0; count < nth; count++) start = source.text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${source.path} does not hold ${JSON.stringify(words)} ${nth} times`);
  return { source, span: { start, end: start + words.length } };
}

export function finding(place: Place, given: Partial<Finding> = {}): Finding {
  const policy = given.policy ?? 'area/name';
  return {
    id: policy,
    policy,
    severity: 'warning',
    category: 'size',
    certain: true,
    message: 'something is wrong',
    aliases: [],
    docs: '',
    fingerprint: 'f1',
    place,
    projects: [],
    related: [],
    suppressed: null,
    also: [],
    masked: [],
    ...given,
  };
}

export function policy(id: string, given: Partial<PolicySummary> = {}): PolicySummary {
  return {
    id,
    policy: id,
    title: `Title of ${id}`,
    category: 'size',
    severity: 'warning',
    why: `Reason of ${id}.`,
    docs: '',
    aliases: [],
    tags: [],
    ...given,
  };
}

/** A report whose summary is counted from its findings. */
export function reportOf(
  findings: readonly Finding[],
  given: { policies?: readonly PolicySummary[]; diagnostics?: readonly Diagnostic[]; files?: number } = {},
): LintReport {
  const { policies = [], diagnostics = [], files = 1 } = given;
  const count = (severity: string) => findings.filter((one) => one.severity === severity && !one.suppressed).length;
  const suppressed = findings.filter((one) => one.suppressed).length;
  const summary = { files, error: count('error'), warning: count('warning'), info: count('info'), suppressed };
  return { findings, policies, diagnostics, summary };
}

/** A workspace with a bit of everything that a report can hold. */
export function sampleReport(): LintReport {
  const docker = sourceText(
    'apps/api/Dockerfile',
    [
      'FROM node:22 AS build',
      'WORKDIR /app',
      'COPY . .',
      'RUN npm ci \\',
      ' && npm run build',
      'FROM node:22-slim',
      'ENV API_TOKEN=s3cr3t-value',
      'RUN apt-get update && apt-get install -y curl git && rm -rf /var/lib/apt/lists/*',
      'COPY --from=build /app/dist /app',
      'CMD ["node", "/app/main.js"]',
      '',
    ].join('\n'),
  );
  const ignore = sourceText('apps/api/.dockerignore', '.git\nnode_modules\n**/dist\n');
  const config = sourceText('dockwarden.yaml', 'dockwarden: config/v1\nextends: [dockwarden:recomended]\n');
  const docs = 'https://example.com/policies/';
  const secret = [placeOf(docker, 's3cr3t-value')];
  const install = placeOf(docker, 'apt-get install -y curl git');
  const afterInstall = {
    start: install.span.start + 'apt-get install'.length,
    end: install.span.start + 'apt-get install'.length,
  };
  return reportOf(
    [
      finding(placeOf(docker, 'COPY . .'), {
        id: 'cache/install-before-source/source-first',
        policy: 'cache/install-before-source',
        category: 'caching',
        message: 'COPY . . comes before npm ci, so every source edit reinstalls dependencies',
        docs: `${docs}cache/install-before-source`,
        fingerprint: 'c1',
        projects: ['api'],
        related: [{ place: placeOf(docker, 'npm ci'), message: 'installed here' }],
      }),
      finding(placeOf(docker, 'node:22-slim'), {
        policy: 'image/non-root',
        severity: 'error',
        category: 'security',
        message: 'the final stage runs as root, set by node:22-slim',
        aliases: ['hadolint:DL3002', 'trivy:DS-0002'],
        docs: `${docs}image/non-root`,
        fingerprint: 'n1',
        projects: ['api'],
        also: ['runtime/no-root'],
      }),
      finding(placeOf(docker, 'API_TOKEN=s3cr3t-value'), {
        policy: 'secrets/no-literal',
        severity: 'error',
        category: 'security',
        message: 'API_TOKEN holds s3cr3t-value, which every layer and docker history show',
        docs: `${docs}secrets/no-literal`,
        fingerprint: 's1',
        projects: ['api'],
        masked: secret,
      }),
      finding(install, {
        id: 'packages/apt-lean/recommends',
        policy: 'packages/apt-lean',
        message: 'apt-get install without --no-install-recommends',
        aliases: ['hadolint:DL3015'],
        docs: `${docs}packages/apt-lean`,
        fingerprint: 'l1',
        projects: ['api'],
        fix: {
          safety: 'safe',
          edits: [{ source: docker, edit: { span: afterInstall, text: ' --no-install-recommends' } }],
        },
      }),
      ...['curl', 'git'].map((name) =>
        finding(trimmed(placeOf(docker, ` ${name} `)), {
          policy: 'packages/apt-pin',
          severity: 'info',
          category: 'reproducibility',
          message: `${name} is installed without a version`,
          aliases: ['hadolint:DL3008'],
          docs: `${docs}packages/apt-pin`,
          fingerprint: `p-${name}`,
          projects: ['api'],
        }),
      ),
      finding(placeOf(docker, '/app/dist'), {
        policy: 'context/needed',
        severity: 'error',
        category: 'correctness',
        message: '/app/dist is excluded by **/dist',
        docs: `${docs}context/needed`,
        fingerprint: 'x1',
        projects: ['api'],
        related: [{ place: placeOf(ignore, '**/dist'), message: 'this line wins' }],
        fix: {
          safety: 'unsafe',
          edits: [{ source: ignore, edit: { span: placeOf(ignore, '**/dist\n').span, text: '' } }],
        },
      }),
      finding(placeOf(docker, 'CMD ["node", "/app/main.js"]'), {
        policy: 'health/present',
        severity: 'info',
        category: 'observability',
        message: 'the image has no health check',
        fingerprint: 'h1',
        projects: ['api'],
        suppressed: { kind: 'baseline', reason: 'in the baseline' },
      }),
    ],
    {
      files: 12,
      policies: [
        policy('cache/install-before-source/source-first', {
          policy: 'cache/install-before-source',
          title: 'Dependencies are installed before source is copied',
          category: 'caching',
          why: 'Any COPY above the install is part of its cache key. Copy the manifests, install,\nthen copy the rest, and an edit to the source no longer reinstalls the world.\n',
          docs: `${docs}cache/install-before-source`,
        }),
        policy('image/non-root', {
          title: 'Final stages run as a non-root user',
          severity: 'error',
          category: 'security',
          why: 'A process that starts as uid 0 turns any escape or bind-mount mistake into root on the host.',
          docs: `${docs}image/non-root`,
          aliases: ['hadolint:DL3002', 'trivy:DS-0002'],
          tags: ['external/cwe/cwe-250'],
        }),
        policy('packages/apt-pin', {
          severity: 'info',
          category: 'reproducibility',
          why: 'Tomorrow it is another version.',
        }),
      ],
      diagnostics: [
        {
          code: 'config/unknown-pack',
          message: 'extends names a pack that does not exist: dockwarden:recomended.',
          hint: 'Did you mean dockwarden:recommended?',
          place: placeOf(config, 'dockwarden:recomended'),
          exit: 2,
        },
        {
          code: 'file/unreadable',
          message: 'The file cannot be read: permission denied.',
          hint: 'Give yourself read access to it, or exclude it in dockwarden.yaml.',
          path: 'apps/web/Dockerfile',
          exit: 3,
        },
      ],
    },
  );
}

function trimmed({ source, span }: Place): Place {
  return { source, span: { start: span.start + 1, end: span.end - 1 } };
}
