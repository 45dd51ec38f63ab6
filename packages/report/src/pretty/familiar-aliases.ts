/** Tools whose ids people know by heart, the best known first. Those of others are long, or found by whoever looks: in JSON, SARIF and `explain`. */
const FAMILIAR = ['hadolint', 'buildkit', 'dclint', 'trivy', 'checkov'];
const UNFAMILIAR = new Set(['kics', 'kicsDatadog', 'semgrep', 'dockle', 'dockerfilelint', 'cis']);

/** At most so many stand behind an id. */
const MOST = 3;

/** The aliases that help to recognise a finding: one of each tool, with a team's own before the others. */
export function familiarAliases(aliases: readonly string[]): string[] {
  const byTool = new Map<string, string>();
  for (const alias of aliases) {
    const [tool = ''] = alias.split(':');
    if (!byTool.has(tool) && !UNFAMILIAR.has(tool)) byTool.set(tool, alias);
  }
  const rank = (tool: string) => FAMILIAR.indexOf(tool);
  return [...byTool.keys()]
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST)
    .map((tool) => byTool.get(tool)!);
}
