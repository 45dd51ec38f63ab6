/** What programs say when a registry of packages, or the network before it, did not answer. */
const UNREACHED =
  /\b(?:ETIMEDOUT|ECONNRESET|ECONNREFUSED|EAI_AGAIN|ENOTFOUND)\b|Temporary failure in name resolution|i\/o timeout|[Cc]onnection reset|Read timed out|socket hang up/;

/**
 * Does what reaches for registries, and does it once more where they did not answer: that says nothing of what is tested. `said` gives the output
 * of an attempt that failed, and undefined of one that did not.
 */
export async function reachingRegistries(attempt, said) {
  const first = await attempt();
  const fault = said(first);
  return fault !== undefined && UNREACHED.test(fault) ? attempt() : first;
}

/** The same of what throws where it fails. */
export async function reachingOrThrowing(attempt) {
  try {
    return await attempt();
  } catch (error) {
    if (!UNREACHED.test(error.message)) throw error;
    return attempt();
  }
}
