/**
 * What is proved of each stack, by base: `built` where a case builds, starts and stops it on an engine, `checked` where one only lints it and asks
 * BuildKit. Cases that name no base use the stack's own; files that are extracted stand on none.
 */
export function stackProofs(cases) {
  const proofs = {};
  for (const { stack, pattern, base = 'default', proof } of cases) {
    if (pattern === 'artifact') continue;
    proofs[stack] ??= {};
    if (proofs[stack][base] !== 'built') proofs[stack][base] = proof;
  }
  return proofs;
}
