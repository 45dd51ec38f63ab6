export interface AppUser {
  readonly id: number;
  /** A home and a shell of its own, for stages that people work in. */
  readonly home: boolean;
}

/** Id of the user that images run as where their base has none of its own: the first of people on most hosts, so that mounted files fit. */
export const APP_ID = 1000;

/** What distroless images call nonroot. Source: distroless, common/variables.bzl. */
export const NONROOT_ID = 65532;

/** A RUN that makes the user `app`, by the tools that the base has: those of Debian, or of Alpine's busybox. */
export function makeUser(base: 'debian' | 'alpine', { id, home }: AppUser = { id: APP_ID, home: false }): string {
  if (base === 'alpine')
    return `RUN addgroup -g ${id} app && adduser -D -u ${id} -G app ${home ? '-s /bin/sh' : '-H -s /sbin/nologin'} app`;
  const shape = home ? '--create-home --shell /bin/bash' : '--no-create-home --shell /usr/sbin/nologin';
  return `RUN groupadd --gid ${id} app && useradd --uid ${id} --gid app --no-log-init ${shape} app`;
}

/** USER by number: a cluster cannot tell by a name that somebody is not root. */
export function userLine(id: number = APP_ID): string {
  return `USER ${id}:${id}`;
}
