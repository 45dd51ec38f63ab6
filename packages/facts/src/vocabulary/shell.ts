import { flag, kind, oneOf, text, texts } from '../kernel/kind.ts';

export const shellKind = kind('shell', {
  doc: 'The shell that runs the shell form of an instruction.',
  source: 'https://docs.docker.com/reference/dockerfile/#shell',
  place: (shell) => shell.place,
  properties: {
    family: oneOf(
      ['posix', 'powershell', 'cmd', 'none'],
      '`none` where the image is known to have no shell; unknown for another interpreter.',
      (shell) => shell.family,
    ),
    pipefail: flag(
      'True where the shell is started with `-o pipefail`; unknown where an unknown base image may have set a shell.',
      (shell) => shell.pipefail,
    ),
    explicit: flag('True where a SHELL instruction of the file set it.', (shell) => shell.explicit),
    words: texts('The words that the command is appended to.', (shell) => shell.words),
    text: text('The same as one text.', (shell) => shell.words.join(' ')),
  },
});
