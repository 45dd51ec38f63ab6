/** Keys at the top that only a Compose file has. Source: Compose specification, "Compose file". `service` is a slip that the schema has a word for. */
const COMPOSE_KEY = /^(?:[Ss]ervices?|include)$/;
/** Keys of a Compose file that may stand there without services, in an override. */
const PART_KEY = /^(?:networks|volumes|configs|secrets|models|name|x-[\w.-]+)$/;
/** Keys that say what else a file with `services` is: a workflow, a pipeline, a process manager's file. */
const FOREIGN_KEY = /^(?:jobs|on|runs|steps|processes|apiVersion|kind|stages|pipeline|tasks|subgraphs|orbs)$/;
const TOP_KEY = /^(?:["']([\w.-]+)["']|([\w.-]+))[ \t]*:(?=[\s]|$)/gm;

/**
 * Whether a file that is called like a Compose file is one: a workflow `docker-compose.yml` under .github or a `process-compose.yaml`
 * is not. A glance at the keys at the start of lines; broken YAML is still recognized, so that its fault is reported.
 */
export function looksLikeCompose(path: string, text: string): boolean {
  const keys = topKeys(text);
  if (saysCompose(keys)) return true;
  // An override may set nothing but networks or volumes, and a broken file may have no key left; a `process-compose.yaml` may not.
  const named =
    /(?:^|\/)(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/.test(path) && !/(?:^|\/)\.(?:github|gitlab)\//.test(path);
  return named && maybeCompose(keys);
}

/** The same of a file that was named as one, whatever it is called. */
export function mayBeCompose(text: string): boolean {
  const keys = topKeys(text);
  return saysCompose(keys) || maybeCompose(keys);
}

function topKeys(text: string): readonly string[] {
  return Array.from(text.replace(/^\uFEFF/, '').matchAll(TOP_KEY), (match) => match[1] ?? match[2]!);
}

function saysCompose(keys: readonly string[]): boolean {
  return keys.some((key) => COMPOSE_KEY.test(key)) && !keys.some((key) => FOREIGN_KEY.test(key));
}

function maybeCompose(keys: readonly string[]): boolean {
  return !keys.some((key) => FOREIGN_KEY.test(key)) && (keys.length === 0 || keys.some((key) => PART_KEY.test(key)));
}
