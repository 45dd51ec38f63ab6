/** True for what a package manager takes for a path and not for a name: `.`, `./x`, `../x`, `/x`, `~/x`, `file:x`, `.[extra]`. */
export function isLocalPath(text: string): boolean {
  return /^(\.{1,2}(\/|\[|$)|\/|~\/|file:)/.test(text);
}

/** True for `https://…`, `git+ssh://…` and the like. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/** True for an address of a version control system, as the package managers spell it. */
export function isVcs(text: string): boolean {
  return /^((git|hg|svn|bzr)\+|git@|git:\/\/|ssh:\/\/)|\.git(#|@|$)/.test(text);
}
