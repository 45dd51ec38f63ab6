const PARSER: readonly string[] = ['hadolint:DL1000'];

/** What other tools call the parser's faults. Those that are not listed are `hadolint:DL1000`: the file cannot be read. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'syntax/before-from': [
    'hadolint:DL3061',
    'kicsDatadog:first_instruction_should_be_arg_or_from',
    'dockerfilelint:from_first',
  ],
  'syntax/no-from': ['hadolint:DL3061', 'kicsDatadog:should_specify_base_image', 'dockerfilelint:from_first'],
  'syntax/onbuild-trigger': ['hadolint:DL3043', 'kicsDatadog:from_or_maintainer_cannot_be_triggered_within_onbuild'],
  'syntax/port-range': [
    'hadolint:DL3011',
    'trivy:DS-0008',
    'kics:71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e',
    'semgrep:invalid-port',
    'dockerfilelint:invalid_port',
  ],
  'syntax/port': [...PARSER, 'dockerfilelint:invalid_port'],
  'syntax/unknown-instruction': [...PARSER, 'dockerfilelint:invalid_line', 'dockerfilelint:invalid_command'],
  'syntax/missing-argument': [...PARSER, 'dockerfilelint:required_params', 'dockerfilelint:missing_args'],
  'syntax/from-arguments': [...PARSER, 'dockerfilelint:extra_args'],
  'syntax/healthcheck': [...PARSER, 'dockerfilelint:healthcheck_options_missing_args'],
  'syntax/json-strings': [...PARSER, 'dockerfilelint:invalid_format'],
  'syntax/shell-form': [...PARSER, 'dockerfilelint:invalid_format'],
  'syntax/name-value': [...PARSER, 'dockerfilelint:invalid_format'],
};

/** The names of a fault of the parser in other tools, as `tool:id`. */
export function faultAliases(code: string): readonly string[] {
  return (Object.hasOwn(ALIASES, code) && ALIASES[code]) || PARSER;
}

/** The parser's faults by what other tools call them; those that are not listed have the name of `others`. */
export function faultsByAlias(): { readonly byAlias: ReadonlyMap<string, readonly string[]>; readonly others: string } {
  const byAlias = new Map<string, string[]>();
  for (const [code, aliases] of Object.entries(ALIASES))
    for (const alias of aliases) byAlias.set(alias, [...(byAlias.get(alias) ?? []), code]);
  return { byAlias, others: PARSER[0]! };
}
