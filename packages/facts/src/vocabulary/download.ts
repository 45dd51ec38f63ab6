import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, oneOf, text } from '../kernel/kind.ts';
import { unknown } from '../kernel/unsure.ts';
import { hostOf } from '../run/download-host.ts';
import { hasChecksum, isSecure } from '../run/downloads.ts';

export const downloadKind = kind('download', {
  doc: 'Something fetched by curl, wget, aria2c or ADD.',
  source: 'https://curl.se/docs/manpage.html',
  place: (download) => download.place,
  properties: {
    text: text('The address as written.', (download) => textAt(download.place)),
    url: text('The address; unresolved where a variable is part of it.', (download) => download.url),
    host: text(
      'The host that it comes from, in lower case and without port; unresolved where a variable is part of it.',
      hostOf,
    ),
    kind: oneOf(
      ['archive', 'executable', 'script', 'text', 'unknown'],
      'What it is, by its name and by what becomes of it.',
      (download) => download.reading?.kind ?? unknown,
    ),
    executed: flag(
      'True where it is run, made executable, unpacked where programs live, or handed to an interpreter or a package manager, in the same stage.',
      (download) => download.reading?.executed ?? unknown,
    ),
    unpacked: flag('True where it is unpacked.', (download) => download.reading?.unpacked ?? unknown),
    verifiedBy: link(
      'command',
      'The command that checks its sum or signature; absent where none does.',
      (download) => download.verifiedBy,
    ),
    checksum: flag('True for ADD with `--checksum`.', hasChecksum),
    secure: flag('True for an encrypted protocol.', isSecure),
    tool: text('`curl`, `wget`, `aria2c`; absent for ADD.', (download) =>
      download.command ? download.reading?.tool : undefined,
    ),
    command: link('command', 'The command that fetches it; absent for ADD.', (download) => download.command),
    instruction: link('instruction', 'The RUN or ADD.', (download) => download.instruction),
    stage: link('stage', 'The stage that fetches it.', (download) => download.instruction.stage),
  },
});
