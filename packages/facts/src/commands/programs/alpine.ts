import type { Program } from './program.ts';

export const ALPINE_PROGRAMS: readonly Program[] = [
  {
    names: 'apk',
    valued:
      '-p --root -X --repository --repositories-file --keys-dir --cache-dir --cache-max-age --arch --wait --progress-fd --timeout -t --virtual',
    subcommands: true,
    valuedBy: {
      fetch: '-o --output',
      index: '-o --output -d --description -x --index --rewrite-arch',
      mkndx: '-o -d -x',
    },
    source: 'apk(8), apk-tools 2.14 and 3.0',
    asOf: '2026-11-20',
  },
];
