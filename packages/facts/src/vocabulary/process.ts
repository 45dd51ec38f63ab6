import { flag, kind, link, many, text } from '../kernel/kind.ts';
import { startsSeveral } from '../runtime/several-programs.ts';
import { dropsPrivileges } from '../stage/drops-privileges.ts';

export const processKind = kind('process', {
  doc: 'What a container starts: ENTRYPOINT and CMD together; `exec`, init programs and shells are seen through.',
  source: 'https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact',
  place: (process) => process.place,
  properties: {
    program: text(
      'The program that ends up running, without its folder; unresolved where a variable or an entrypoint script decides.',
      (process) => process.program,
      {
        at: (process) => process.programPlace,
      },
    ),
    shellWrapped: flag(
      'True where a shell stays in between, which passes no signals on; unknown for a script that may hand over by `exec`.',
      (process) => process.shellWrapped,
    ),
    init: flag(
      'True where an init (tini, dumb-init, …) is PID 1; unknown where an unknown base image may bring one.',
      (process) => process.init,
    ),
    devServer: flag(
      'True where it is a server for development: it watches files, reloads, or lets a debugger in.',
      (process) => process.devServer,
    ),
    packageManager: flag(
      'True where a package manager runs a script as its child.',
      (process) => process.packageManager,
    ),
    dropsPrivileges: flag(
      'True where it starts as one user and goes on as another (gosu, su-exec, setpriv, or the option of a server that names its user); unknown for a script, which could do the same.',
      dropsPrivileges,
    ),
    several: flag(
      'True where it runs several programs side by side: a supervisor, or a shell that puts one in the background.',
      startsSeveral,
    ),
    commands: many(
      'command',
      'The commands that are started, in textual order; none for those of a service or a base image.',
      (process) => process.commands,
    ),
    words: many('word', 'The command line; for the shell form, that of the program.', (process) => process.words),
    text: text('As written.', ({ words }) => words.map((word) => word.text).join(' ')),
    stage: link('stage', 'The stage; absent for the process of a service.', (process) => process.stage),
    service: link('service', 'The service; absent for the process of a stage.', (process) => process.service),
  },
});
