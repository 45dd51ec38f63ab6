/** A USER argument, or the user of an image's configuration, taken apart. Source: Dockerfile reference, USER. */
export interface UserSpec {
  readonly name: string;
  readonly group?: string;
  /** Uid 0, by number or by name. */
  readonly root: boolean;
  /** The user is given by digits, so that who starts the container can tell that it is not root. */
  readonly numeric: boolean;
}

/** `user`, `user:group`, `uid`, `uid:gid`; an empty text is root, as in an image that sets none. */
export function readUserSpec(text: string): UserSpec {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const group = colon < 0 ? undefined : text.slice(colon + 1);
  const root = name === '' || /^0+$/.test(name) || /^(root|containeradministrator)$/i.test(name);
  return { name, ...(group !== undefined && { group }), root, numeric: /^\d+$/.test(name) };
}
