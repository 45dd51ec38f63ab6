import type { ConditionDocument, PackDocument, PolicyDocument } from '@dockwarden-internal/policy';

/** The policies that come with the product, as they are shipped: checked against the facts when it was built. */
export interface CompiledPolicies {
  readonly policies: readonly PolicyDocument[];
  readonly packs: Readonly<Record<string, PackDocument>>;
  readonly terms: Readonly<Record<string, ConditionDocument>>;
}
