import { type CommandSpec, choicesOfOperands, type FlagEntry } from './option-entry.ts';

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

// To bash, `--fail-on=error` is three words.
function bash(specs: readonly CommandSpec[]): string {
  const values = specs.flatMap((spec) =>
    Object.entries(spec.options).flatMap(([name, entry]) => {
      const words = valuesOf(entry);
      return words.length === 0 ? [] : [`    ${spec.name}:--${name}) words="${words.join(' ')}" ;;`];
    }),
  );
  const options = specs.map((spec) => `    ${spec.name}) words="${optionNames(spec).join(' ')}" ;;`);
  const names = specs.map((spec) => spec.name).join(' ');
  const operands = [['help', names] as const, ...withChoices(specs)].map(
    ([name, words]) => `    ${name}) words="${words}" ;;`,
  );
  return `_dockwarden() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} help" -- "$current"))
    return
  fi
  if [ "$current" = "=" ]; then
    current=""
  elif [ "$previous" = "=" ]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "\${COMP_WORDS[1]}:$previous" in
${values.join('\n')}
  esac
  if [ -z "$words" ] && [[ "$current" == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${options.map((line) => `  ${line}`).join('\n')}
    esac
  elif [ -z "$words" ]; then
    case "\${COMP_WORDS[1]}" in
${operands.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -F _dockwarden dockwarden
`;
}

function fish(specs: readonly CommandSpec[]): string {
  const names = specs.map((spec) => spec.name).join(' ');
  const behind = (name: string) => `complete -c dockwarden -n '__fish_seen_subcommand_from ${name}'`;
  const lines = specs.flatMap((spec) => [
    `complete -c dockwarden -n __fish_use_subcommand -a ${spec.name} -d ${quote(spec.summary)}`,
    ...Object.entries(spec.options).map(([name, entry]) => {
      const words = valuesOf(entry);
      const values = words.length > 0 ? ` -xa ${quote(words.join(' '))}` : entry.type === 'boolean' ? '' : ' -r';
      const short = entry.short === undefined ? '' : ` -s ${entry.short}`;
      return `${behind(spec.name)} -l ${name}${short}${values} -d ${quote(entry.description)}`;
    }),
  ]);
  const operands = [['help', names] as const, ...withChoices(specs)].map(
    ([name, words]) => `${behind(name)} -xa ${quote(words)}`,
  );
  return `${[...lines, 'complete -c dockwarden -n __fish_use_subcommand -a help', ...operands].join('\n')}\n`;
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function optionNames(spec: CommandSpec): string[] {
  return Object.keys(spec.options).map((name) => `--${name}`);
}

function valuesOf({ choices, proposals }: FlagEntry): readonly string[] {
  return choices ?? proposals ?? [];
}

/** Commands whose operand is one of a few words. */
function withChoices(specs: readonly CommandSpec[]): (readonly [name: string, words: string])[] {
  return specs.flatMap((spec) => {
    const words = choicesOfOperands(spec);
    return words.length === 0 ? [] : [[spec.name, words.join(' ')] as const];
  });
}
