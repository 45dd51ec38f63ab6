/**
 * The parts of a reference. Every expression is linear: within each, what may follow a repeated part cannot begin like it.
 * Source: distribution/reference regexp.go; opencontainers/go-digest for the algorithms.
 */
const LABEL = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const PATH_COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';

export const REGISTRY = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
export const REPOSITORY = new RegExp(`^${PATH_COMPONENT}(?:/${PATH_COMPONENT})*$`);
export const TAG = /^\w[\w.-]{0,127}$/;
export const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
export const IMAGE_ID = /^[a-f0-9]{64}$/;

/** Hexadecimal digits, in lower case, of the digests that Docker can check. */
export const DIGEST_LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

export const REPOSITORY_LENGTH = 255;
