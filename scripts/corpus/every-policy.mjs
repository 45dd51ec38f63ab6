/** A configuration that switches on every policy of a listing (`dockwarden policies --all --format json`). */
export function everyPolicy(policies) {
  const lines = policies.map(({ id, severity }) => `  ${id}: ${severity === 'off' ? 'warning' : severity}\n`);
  return `dockwarden: config/v1\nextends: []\npolicies:\n${lines.join('')}`;
}
