/** Keys at the top of a Compose file. Source: Compose specification, "Compose file", and the `version` of old. */
const COMPOSE_KEY = /^(?:services|include)$/;
const FOREIGN_KEY = /^(?:jobs|on|runs|steps|processes|apiVersion|kind|stages|pipeline|tasks)$/;
const TOP_KEY = /^(?:["']([\w.-]+)["']|([\w.-]+))[ \t]*:(?=[\s]|$)/gm;

/**
 * Whether a file that is called like a Compose file is one: a workflow `docker-compose.yml` under .github or a `process-compose.yaml`
 * is not. A glance at the keys at the start of lines; broken YAML is still recognized, so that its fault is reported.
 */
export function looksLikeCompose(path: string, text: string): boolean {
  const keys = Array.from(text.replace(/^\uFEFF/, '').matchAll(TOP_KEY), (match) => match[1] ?? match[2]!);
  if (keys.some((key) => FOREIGN_KEY.test(key))) return false;
  if (keys.some((key) => COMPOSE_KEY.test(key))) return true;
  // An override may set nothing but networks or volumes, and a broken file may have no key left; a `process-compose.yaml` may not.
  return /(?:^|\/)(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/.test(path) && !/(?:^|\/)\.(?:github|gitlab)\//.test(path);
}
