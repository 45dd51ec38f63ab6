import { quoted } from './quoted.ts';

export interface LabelSubject {
  readonly title: string;
  /** Address of the repository, where a file says it. */
  readonly source?: string;
}

/**
 * The end of a final stage: what changes with every build is declared and used last, so that nothing above it is built anew. `dockwarden
 * build` gives the values from git. Source: OCI image specification, annotations.
 */
export function labelLines({ title, source }: LabelSubject): string[] {
  return [
    `ARG SOURCE_URL${source === undefined ? '' : `=${quoted(source)}`}`,
    'ARG VERSION',
    'ARG GIT_SHA',
    'ARG BUILD_DATE',
    [
      `LABEL org.opencontainers.image.title=${quoted(title)}`,
      'org.opencontainers.image.source="$SOURCE_URL"',
      'org.opencontainers.image.version="$VERSION"',
      'org.opencontainers.image.revision="$GIT_SHA"',
      'org.opencontainers.image.created="$BUILD_DATE"',
    ].join(' \\\n      '),
  ];
}
