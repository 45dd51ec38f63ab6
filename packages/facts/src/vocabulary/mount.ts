import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, oneOf, text } from '../kernel/kind.ts';
import { known } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import { mountedHostPath, mountRole, mountsHost } from '../run/mount-role.ts';
import { sourceNameOf } from '../run/mount-source-name.ts';
import { isReadOnly, optionOf } from '../run/mounts.ts';

const option = (name: string, doc: string) =>
  text(doc, (mount: Mount) => optionOf(mount, name), { at: (mount) => mount.optionPlaces?.get(name) });

export const mountKind = kind('mount', {
  doc: 'A mount of a RUN (`--mount`) or of a service (`volumes`, `tmpfs`).',
  source: 'https://docs.docker.com/reference/dockerfile/#run---mount',
  key: 'target',
  place: (mount) => mount.place,
  properties: {
    text: text('As written.', (mount) => textAt(mount.place)),
    type: text(
      '`bind`, `cache`, `tmpfs`, `secret`, `ssh`; in a service also `volume`, `npipe`, `cluster`, `image`.',
      (mount) => mount.type,
    ),
    source: text('What is mounted; absent where nothing is named.', (mount) => mount.source, {
      at: (mount) => mount.sourcePlace,
    }),
    sourceName: text(
      'The last segment of `source`: `docker.sock`; known also where variables stand in front of it alone.',
      sourceNameOf,
      { at: (mount) => mount.sourcePlace },
    ),
    target: text('Where it is mounted.', (mount) => mount.target, { at: (mount) => mount.targetPlace }),
    readOnly: flag('True where nothing can be written to it.', isReadOnly),
    sharing: option('sharing', '`shared`, `private` or `locked`, of a cache mount; absent: shared.'),
    id: option('id', 'Name of a cache, secret or ssh socket; absent where none is given.'),
    mode: option('mode', 'Octal permissions; absent where none are given.'),
    uid: option('uid', 'Owner; absent where none is given.'),
    gid: option('gid', 'Group; absent where none is given.'),
    env: option('env', 'The variable that a secret is put into.'),
    from: option('from', 'The stage, image or context that is mounted from; absent for the build context.'),
    required: flag(
      'True where the build fails without the secret or ssh socket.',
      (mount) => mount.options.has('required') && known(optionOf(mount, 'required')) !== 'false',
    ),
    propagation: option('propagation', 'Bind propagation of a service’s mount.'),
    sourceRole: oneOf(
      ['source', 'config', 'data', 'socket', 'device'],
      'What the other side is for, by its name. Absent where there is none, as for a cache or tmpfs, or where it is in another image; unknown for a name that says nothing.',
      mountRole,
    ),
    hostPath: text(
      'The path of the host that a service gets: the source of a bind mount, or what a named volume stands for; absent where there is none.',
      mountedHostPath,
      { at: (mount) => mount.sourcePlace },
    ),
    sensitiveHost: flag(
      'True where a service gets a path of the host that no container should have: `/` or a system folder.',
      mountsHost,
    ),
    instruction: link('instruction', 'The RUN.', (mount) => mount.instruction),
    stage: link('stage', 'The stage of that RUN.', (mount) => mount.instruction?.stage),
    service: link('service', 'The service.', (mount) => mount.service),
  },
});
