import type { KindName } from '@dockwarden-internal/facts';

/** What a condition is evaluated in: the policy's subject, the check's, and the names bound on the way. */
export interface Env {
  readonly on: object;
  self: object;
  /** Elements bound by `as`; absent until there is one. */
  bound?: Map<string, unknown>;
  /** Bound by `hasAll`, `excludes` and `keeps`: what they did not find. */
  missing: readonly string[];
}

/** Gives a name to an element for the rest of the check. */
export function bind(env: Env, name: string, element: unknown): void {
  env.bound ??= new Map();
  env.bound.set(name, element);
}

/** What a name stands for while a check is read: a fact of a kind, or a plain value. */
export type BoundType = { readonly kind: KindName } | 'string' | 'strings';
