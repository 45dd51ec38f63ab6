import { count, kind, text, version } from '../kernel/kind.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Runtime } from '../model/runtime.ts';
import { leadingVersion } from '../runtime/runtimes.ts';

export const runtimeKind = kind('runtime', {
  doc: 'An interpreter, compiler or server that a base image is for.',
  source: 'https://github.com/docker-library/official-images',
  key: 'name',
  place: (runtime) => runtime.place,
  properties: {
    name: text('`node`, `python`, `go`, `java`, …', (runtime) => runtime.name),
    version: version('As far as the reference says it; unknown where it does not.', (runtime) => runtime.version),
    major: count('The first number of the version; unknown where the reference does not say it.', majorOf),
    minor: version(
      'The first two numbers of the version: `3.12`; unknown where the reference does not say both.',
      (runtime) => leadingVersion(runtime, 2),
    ),
  },
});

function majorOf(runtime: Runtime): Maybe<number> {
  const major = leadingVersion(runtime, 1);
  return major === undefined || isUnsure(major) ? major : Number(major);
}
