import { flag, kind, link, text } from '../kernel/kind.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { User } from '../model/runtime.ts';
import { readUserSpec, type UserSpec } from '../runtime/user-spec.ts';

function part<T>(read: (spec: UserSpec) => T | undefined): (user: User) => Maybe<T> {
  return ({ spec }) => (spec === undefined || isUnsure(spec) ? spec : read(readUserSpec(spec)));
}

export const userKind = kind('user', {
  doc: 'Who a stage or an instruction runs as.',
  source: 'https://docs.docker.com/reference/dockerfile/#user',
  key: 'spec',
  place: (user) => user.place,
  properties: {
    spec: text(
      'As USER or the base image says it: `node`, `1000:1000`; unknown for an unknown base image.',
      (user) => user.spec,
    ),
    name: text(
      'The part before the colon, a name or digits. Unknown where only an unknown base image can have set it.',
      part(({ name }) => name),
    ),
    group: text(
      'The part behind the colon; absent without one. Unknown where only an unknown base image can have set it.',
      part(({ group }) => group),
    ),
    root: flag(
      'True for uid 0, by number or by name, and for an image that sets no user. Unknown where only an unknown base image can have set it.',
      (user) => user.root,
    ),
    numeric: flag(
      'True where the user is given by digits. Unknown where only an unknown base image can have set it.',
      part(({ numeric }) => numeric),
    ),
    origin: text('What set it, for messages: `USER`, or the base image.', (user) => user.origin),
    instruction: link(
      'instruction',
      'The USER that set it; absent where the base image does.',
      (user) => user.instruction,
    ),
  },
});
