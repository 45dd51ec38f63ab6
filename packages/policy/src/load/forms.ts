type Form = Record<string, unknown>;

/** For JSON Schema, that exactly one of some keys is there; the loader says it in a sentence of its own. */
export function exactlyOne(...keys: readonly string[]): Form {
  return { oneOf: keys.map((key) => ({ required: [key] })) };
}

/** For JSON Schema, that at least one of them is. */
export function atLeastOne(...keys: readonly string[]): Form {
  return { anyOf: keys.map((key) => ({ required: [key] })) };
}
