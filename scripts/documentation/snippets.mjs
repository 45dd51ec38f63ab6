const examples = `examples:
  good: ["FROM debian:12\\n"]
  bad: [{ code: "FROM debian:12\\n" }]
`;
const head = (on) => `dockwarden: policy/v1
id: documentation/snippet
title: A part of a policy
category: correctness
severity: warning
why: It stands in the documentation.
${examples}on: ${on}
`;

/** A part of a policy as a whole one: "yaml where stage" is a condition on stages, "yaml check command" a check on commands. */
export function wholePolicy(part, kind, text) {
  const inner = text.replace(/^(?=.)/gm, '  ');
  if (part === 'where') return `${head(kind)}where:\n${inner}require:\n${inner}`;
  return `${head(kind)}checks:\n  it:\n${inner.replace(/^(?=.)/gm, '  ')}`;
}
