export type FlagKind = 'boolean' | 'value' | 'values';

/** The flags of each instruction that has any. Source: moby/buildkit frontend/dockerfile/instructions. */
export const FLAGS: Readonly<Record<string, Readonly<Record<string, FlagKind>>>> = {
  add: {
    '--checksum': 'value',
    '--chmod': 'value',
    '--chown': 'value',
    '--exclude': 'values',
    '--keep-git-dir': 'boolean',
    '--link': 'boolean',
    '--unpack': 'boolean',
  },
  copy: {
    '--chmod': 'value',
    '--chown': 'value',
    '--exclude': 'values',
    '--from': 'value',
    '--link': 'boolean',
    '--parents': 'boolean',
  },
  from: { '--platform': 'value' },
  healthcheck: {
    '--interval': 'value',
    '--retries': 'value',
    '--start-interval': 'value',
    '--start-period': 'value',
    '--timeout': 'value',
  },
  run: { '--device': 'values', '--mount': 'values', '--network': 'value', '--security': 'value' },
};
