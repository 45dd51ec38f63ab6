/** A registry by whose cloud it stands in: that decides how a job without a password gets in. */
export type RegistryKind =
  | { readonly kind: 'ghcr' }
  | { readonly kind: 'gitlab' }
  | { readonly kind: 'aws'; readonly region: string }
  | { readonly kind: 'gcp' }
  | { readonly kind: 'azure'; readonly name: string }
  | { readonly kind: 'other' };

/**
 * Told by the host. Source: Amazon ECR, "Private registry authentication"; Artifact Registry, "Repository and image names"; Azure Container
 * Registry, "Authentication".
 */
export function registryKind(host: string | undefined): RegistryKind {
  if (host === undefined || /^registry\.gitlab\.com$/i.test(host)) return { kind: 'gitlab' };
  if (/^ghcr\.io$/i.test(host)) return { kind: 'ghcr' };
  const region = /^\d{12}\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/i.exec(host)?.[1];
  if (region !== undefined) return { kind: 'aws', region };
  if (/(?:-docker\.pkg\.dev|(?:^|\.)gcr\.io)$/i.test(host)) return { kind: 'gcp' };
  const name = /^([a-z0-9]+)\.azurecr\.(?:io|cn|us)$/i.exec(host)?.[1];
  return name === undefined ? { kind: 'other' } : { kind: 'azure', name };
}
