/**
 * What a fact answers where it cannot know. `unknown`: not even whether there is a value (the user of an image we have
 * never seen). `unresolved`: a value is written but cannot be worked out (`FROM node:${TAG}` has a tag).
 */
export const unknown: unique symbol = Symbol('unknown');
export const unresolved: unique symbol = Symbol('unresolved');

export type Unsure = typeof unknown | typeof unresolved;

/** A fact's answer: the value, `undefined` where it is absent, or that it cannot be known. */
export type Maybe<T> = T | undefined | Unsure;

export function isUnsure(value: unknown): value is Unsure {
  return value === unknown || value === unresolved;
}

/** The value if there is one and it is known. */
export function known<T>(value: Maybe<T>): T | undefined {
  return isUnsure(value) ? undefined : value;
}
