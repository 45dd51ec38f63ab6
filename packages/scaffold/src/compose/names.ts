/**
 * A name that Compose takes for projects and services, and that other services find it by: lower case letters, digits and hyphens.
 * Source: Compose specification, "Name top-level element"; RFC 1123, host names.
 */
export function composeName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'app' : name.slice(0, 60).replace(/-+$/, '');
}

/** `@acme/api`, `libs.shop/api`: what comes last. */
export function serviceName(projectName: string): string {
  return composeName(projectName.split('/').at(-1) ?? '');
}

/** What the variables of a service begin with: `SHOP_API` of `shop-api`. */
export function variablePrefix(name: string): string {
  const prefix = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return /^\d/.test(prefix) ? `_${prefix}` : prefix;
}

/** Text that Compose does not look for variables in. Source: Compose specification, "Interpolation". */
export function verbatim(text: string): string {
  return text.replaceAll('$', '$$$$');
}
