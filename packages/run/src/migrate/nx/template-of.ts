/**
 * A tag with the tokens of `@nx/docker` as a template of ours, `{currentDate|YYMM.DD}.{shortCommitSha}` as `{date:YYMM.DD}.{sha:7}`; undefined
 * where one has no counterpart. Source: `@nx/docker` 22, `interpolatePattern`.
 */
export function templateOf(tag: string): string | undefined {
  let isKnown = true;
  const template = tag.replace(/\{([^{}]*)\}/g, (token, inner: string) => {
    const [, format] = /^currentDate\|((?:YYYY|YY|MM|DD|HH|mm|ss|[._-])+)$/.exec(inner) ?? [];
    if (format !== undefined) return `{date:${format}}`;
    if (inner === 'commitSha') return '{sha}';
    if (inner === 'shortCommitSha') return '{sha:7}';
    if (inner === 'versionActionsVersion') return '{version}';
    isKnown &&= /^(?:version|branch|tag|sha|date)(?::|$)/.test(inner);
    return token;
  });
  return isKnown ? template : undefined;
}
