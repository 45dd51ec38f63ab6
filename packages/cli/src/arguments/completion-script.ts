import type { CommandSpec } from './option-entry.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A completion script, made from the commands' declarations. */
export function completionScript(shell: Shell, specs: readonly CommandSpec[]): string {
  switch (shell) {
    case 'bash':
      return bash(specs);
    case 'zsh':
      return `#compdef dockwarden\nautoload -U +X bashcompinit && bashcompinit\n${bash(specs)}`;
    case 'fish':
      return fish(specs);
  }
}

function bash(specs: readonly CommandSpec[]): string {
  const cases = specs.map((spec) => `    ${spec.name}) words="${optionNames(spec).join(' ')}" ;;`);
  const choices = choicesOf(specs).map(
    ([option, values]) => `    ${option}) COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$current")); return ;;`,
  );
  return `_dockwarden() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$previous" in
${choices.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...specs.map((spec) => spec.name), 'help'].join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -F _dockwarden dockwarden
`;
}

function fish(specs: readonly CommandSpec[]): string {
  const lines = specs.flatMap((spec) => [
    `complete -c dockwarden -n __fish_use_subcommand -a ${spec.name} -d ${quote(spec.summary)}`,
    ...Object.entries(spec.options).map(([name, entry]) => {
      const values = entry.choices ? ` -xa ${quote(entry.choices.join(' '))}` : entry.type === 'boolean' ? '' : ' -r';
      return `complete -c dockwarden -n '__fish_seen_subcommand_from ${spec.name}' -l ${name}${values} -d ${quote(entry.description)}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function optionNames(spec: CommandSpec): string[] {
  return Object.keys(spec.options).map((name) => `--${name}`);
}

function choicesOf(specs: readonly CommandSpec[]): [string, readonly string[]][] {
  const choices = new Map<string, readonly string[]>();
  for (const spec of specs)
    for (const [name, entry] of Object.entries(spec.options))
      if (entry.choices)
        choices.set(`--${name}`, [...new Set([...(choices.get(`--${name}`) ?? []), ...entry.choices])]);
  return [...choices];
}
