/** Top-level keys that only a Compose file has. Source: Compose specification, "Compose file". */
const COMPOSE_KEY = /^\uFEFF?["']?(?:services|include)["']?[ \t]*:/m;
/** Top-level keys of files that are called the same: workflows, process managers, Kubernetes objects. */
const FOREIGN_KEY = /^\uFEFF?["']?(?:jobs|on|runs|processes|apiVersion|kind)["']?[ \t]*:/m;

/** A cheap guess by top-level keys: enough to infer a target, while the linter reads the file properly. */
export function looksLikeCompose(text: string): boolean {
  return COMPOSE_KEY.test(text) && !FOREIGN_KEY.test(text);
}
