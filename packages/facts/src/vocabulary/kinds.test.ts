import { lineText } from '@dockwarden-internal/syntax';
import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { reachedFacts } from '../testing/reached-facts.ts';
import { misfit } from '../testing/read-fact.ts';
import { vocabulary } from './registry.ts';

/** Operators, combinators and roots of the policy language. */
const RESERVED = new Set(
  'not exists oneOf matches glob startsWith under atLeast atMost equals some every none has hasAll count empty as ordered excludes keeps all any is self on params param fact missing'.split(
    ' ',
  ),
);

const kinds = Object.values(vocabulary) as unknown as Kind[];

test.each(kinds.map((kind) => [kind.name, kind] as const))('%s: names and descriptions', (name, kind) => {
  expect(vocabulary[name]).toBe(kind);
  for (const [property, { doc }] of Object.entries(kind.properties)) {
    expect(RESERVED.has(property) ? property : undefined).toBeUndefined();
    expect(doc).toMatch(/^\S.*[.…]$/s);
  }
  expect(kind.source).toMatch(/^https:/);
  if (kind.key !== undefined) expect(Object.keys(kind.properties)).toContain(kind.key);
  if (kind.label !== undefined) expect(Object.keys(kind.properties)).toContain(kind.label);
});

const TEXTS = [
  `# syntax=docker/dockerfile:1
# check=skip=StageNameCasing
ARG NODE=22
# base is the base
FROM node:\${NODE}-slim AS base
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
WORKDIR /app
# hadolint ignore=DL3008
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=bind,from=base,source=/x,target=/y \\
    apt-get update && sudo apt-get install -y --no-install-recommends curl=7.* git \\

    && rm -rf /var/lib/apt/lists/*
COPY --chown=node:node --chmod=0644 package*.json $MISSING ./
RUN npm ci --omit=dev && curl -fsSL https://x.org/i.sh | bash
FROM base AS build
ARG TOKEN NPM_CONFIG_X=1
ENV A=$NODE B="\${A:-x}"
COPY . .
ADD https://x.org/a.tgz git@x.org:a.git data.tar ./
RUN <<EOF
set -e
for f in *; do echo "$f"; done
EOF
RUN ["npm", "run", "build"]
ONBUILD RUN echo
HEALTHCHECK --interval=5s CMD curl -f http://localhost:3000/ || exit 1
FROM scratch
COPY --from=build /app/node_modules /app/dist ./
COPY --from=0 <<EOF /x
y
EOF
LABEL a=b c "d e"
LABEL legacy value
EXPOSE 80 \${PORT}/udp
VOLUME /data
USER 1000:1000
CMD node server.js
CMD ["node", "server.js"]
ENTRYPOINT []
STOPSIGNAL SIGTERM
MAINTAINER me
`,
  'RUN x\nUSER y\nFROM\nCOPY\nADD a\nRUN\nONBUILD\nONBUILD ONBUILD RUN x\nNOPE x\nRUN <<EOF\n',
  '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell", "-Command"]\nRUN Get-Item x; `\n  dir\nCOPY a\\b C:\\x\\\n',
  '',
];

const FILES = {
  'package.json': '{}',
  'package-lock.json': '{}',
  '.dockerignore': '*\n!package*.json\n!src\nsrc\n../x\n',
  '.gitignore': 'dist\n',
  'data.tar': '',
};

describe.each(TEXTS.map((text, index) => [index, text] as const))(
  'every property of what is reached from Dockerfile %d',
  (_, text) => {
    const model = {
      name: 'api',
      root: '.',
      tags: [],
      manifests: ['package.json'],
      lockfiles: [],
      dependencies: [],
      closure: [],
    };
    const dockerfile = dockerfileOf(text, { files: FILES, workspace: { projects: [model] } });

    test('answers in its declared type, and elsewhere in the file', () => {
      const faults: string[] = [];
      const met = new Set<KindName>();
      const reached = reachedFacts([
        ['dockerfile', dockerfile],
        ['workspace', dockerfile.world],
      ]);
      for (const { kind, node } of reached) {
        met.add(kind.name);
        const place = kind.place(node);
        if (place) expect(place.span.end).toBeLessThanOrEqual(place.source.text.length);
        for (const [property, definition] of Object.entries(kind.properties)) {
          const wrong = misfit(definition, definition.read(node));
          if (wrong) faults.push(`${kind.name}.${property}: ${wrong}`);
          definition.at?.(node);
          definition.open?.(node);
          definition.sensitive?.(node);
        }
      }
      expect(faults).toEqual([]);
      expect(met.has('context')).toBe(true);
      expect(lineText(dockerfile.source, 1)).toBe(text.split('\n')[0]);
    });
  },
);
