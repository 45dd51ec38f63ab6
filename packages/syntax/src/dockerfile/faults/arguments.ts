import { type Check, title } from './report.ts';

/** What each instruction takes that cannot do without an argument. RUN, CMD and ENTRYPOINT can, to BuildKit. */
const TAKES: Readonly<Record<string, string>> = {
  arg: 'a name, as in ARG name or ARG name=value',
  env: 'a name and a value, as in ENV name=value',
  expose: 'a port, as in EXPOSE 8080',
  healthcheck: 'CMD and a command, or NONE',
  label: 'a name and a value, as in LABEL name=value',
  maintainer: 'a name',
  onbuild: 'an instruction, as in ONBUILD RUN command',
  shell: 'a shell in the JSON form, as in SHELL ["/bin/bash", "-c"]',
  stopsignal: 'a signal, as in STOPSIGNAL SIGTERM',
  user: 'a user, as in USER app',
  volume: 'a path, as in VOLUME /data',
  workdir: 'a folder, as in WORKDIR /app',
};

/** These drop an escape character at the very end. */
const DROPS_ESCAPE: ReadonlySet<string> = new Set(['arg', 'env', 'label']);

export const checkArguments: Check = (node, { report, escapeChar }) => {
  const { keyword, json, logical, argsStart, argsEnd } = node;
  const takes = TAKES[keyword];
  if (!takes) return;
  const written = json && keyword !== 'healthcheck' ? json.length : argsEnd - argsStart;
  const isNothing =
    written === 0 || (written === 1 && DROPS_ESCAPE.has(keyword) && logical.text[argsStart] === escapeChar);
  if (isNothing) report('syntax/missing-argument', `${title(node)} takes ${takes}; nothing is given`, node.span);
};
