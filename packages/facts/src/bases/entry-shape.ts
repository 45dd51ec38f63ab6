/** What an entry of the configuration may say of a base image, by the type of its value. */
export const entryShape = {
  texts: ['distro', 'user', 'workdir', 'extends'],
  /** Names in a list, or in one text with blanks between. */
  names: ['shells', 'managers', 'programs', 'without', 'unsure', 'runtimes', 'env'],
  lists: ['match', 'sources', 'shell', 'volumes', 'data', 'formerData', 'entrypoint', 'cmd', 'onbuild'],
  flags: ['unknown', 'open', 'init', 'healthcheck'],
  choices: {
    variant: ['full', 'slim', 'alpine', 'minimal', 'distroless'],
    libc: ['glibc', 'musl', 'none'],
    java: ['jdk', 'jre'],
  },
  mostItems: 500,
  longestText: 300,
} as const;
