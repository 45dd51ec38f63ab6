import type { Kind } from './kind.ts';
import type { KindName } from './fact-nodes.ts';

/** All kinds by name: what the policy language is checked against. */
export type Vocabulary = { readonly [K in KindName]?: Kind<K> };
