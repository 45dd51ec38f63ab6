/**
 * The keys that the OCI image specification defines, without their common start. Each is written on every image: labels of a base image are
 * inherited, and its version, source and revision would pass for ours. One that has no value here is empty, which the specification allows
 * ("While the value MUST be present, it MAY be an empty string", annotations.md).
 */
export const OCI_KEYS = [
  'created',
  'authors',
  'url',
  'documentation',
  'source',
  'version',
  'revision',
  'vendor',
  'licenses',
  'ref.name',
  'title',
  'description',
  'base.digest',
  'base.name',
] as const;

export type OciKey = (typeof OCI_KEYS)[number];

export const OCI_PREFIX = 'org.opencontainers.image.';

export const OCI_CREATED = `${OCI_PREFIX}created`;
export const OCI_REVISION = `${OCI_PREFIX}revision`;

/** Our own labels start with it. */
export const OWN_PREFIX = 'dev.dockwarden.';

/** The image's key, by which it is found again; not part of what the key covers. */
export const KEY_LABEL = `${OWN_PREFIX}key`;
