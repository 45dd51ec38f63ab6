import { ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';

/** Names that stand in a context sooner or later, so that a glob can be asked about them before they do. */
const USUAL_NAMES: readonly string[] = [
  '.git .svn .hg .gitlab-ci.yml .github .vscode .idea .DS_Store .env .env.local .env.development',
  '.env.production .env.test .envrc .npmrc .netrc .pypirc .ssh .aws .kube .docker .gnupg id_rsa id_ed25519',
  'credentials.json secrets node_modules .venv __pycache__ dist coverage .next .nx .turbo npm-debug.log',
  'Dockerfile compose.yaml',
].flatMap((line) => line.split(' '));

/** The usual names, in the context's root, that a glob matches; a fixed name behind `**\/` is one of its own. */
export function namesMatching(pattern: string): readonly string[] {
  const bare = pattern.startsWith('**/') ? pattern.slice(3) : pattern;
  if (!/[*?[\]\\!/]/.test(bare)) return [bare];
  const matcher = ignoreMatcher(parseIgnore(sourceText('', pattern)));
  return USUAL_NAMES.filter((name) => matcher.match(name).ignored);
}
