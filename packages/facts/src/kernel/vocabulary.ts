import type { KindName } from './fact-nodes.ts';
import type { Kind } from './kind.ts';

/** All kinds by name: what the policy language is checked against. */
export type Vocabulary = { readonly [K in KindName]?: Kind<K> };
