import { suggest } from '@dockwarden-internal/syntax';
import type { PolicyDocument } from '../document.ts';
import type { DocumentPath, Problem } from '../problem.ts';
import { PEER_RULES } from './peer-rules.ts';

/** Aliases that are no rule of the tool that they name. What is no tool of the table is a team's own, unless it is nearly one of them. */
export function aliasProblems({ aliases = [], checks = {} }: PolicyDocument): Problem[] {
  const own = Object.entries(checks).flatMap(([name, check]) =>
    (check.aliases ?? []).map((alias, index) => problemOf(alias, ['checks', name, 'aliases', index])),
  );
  return [...aliases.map((alias, index) => problemOf(alias, ['aliases', index])), ...own].flatMap(
    (problem) => problem ?? [],
  );
}

function problemOf(alias: string, path: DocumentPath): Problem | undefined {
  const colon = alias.indexOf(':');
  const tool = alias.slice(0, Math.max(0, colon));
  const code = 'policy/alias';
  if (colon < 1 || colon === alias.length - 1)
    return { code, path, message: `the alias \`${alias}\` names no tool`, hint: 'write it as hadolint:DL3008' };
  const rules = Object.hasOwn(PEER_RULES, tool) ? PEER_RULES[tool]! : undefined;
  if (!rules) {
    const near = suggest(tool, Object.keys(PEER_RULES));
    if (near === undefined) return undefined;
    return {
      code,
      path,
      message: `the alias \`${alias}\` names no tool that is known`,
      hint: `did you mean ${near}:…?`,
    };
  }
  const rule = alias.slice(colon + 1);
  // hadolint hands on the remarks of ShellCheck under their own names.
  if (rules.includes(rule) || (tool === 'hadolint' && /^SC\d{4}$/.test(rule))) return undefined;
  const near = suggest(rule, rules);
  const hint = near === undefined ? 'aliases are rules that the tool has or had' : `did you mean \`${tool}:${near}\`?`;
  return { code, path, message: `\`${rule}\` is no rule of ${tool}`, hint };
}
