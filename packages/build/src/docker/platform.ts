import { textAt } from './json.ts';

/** `linux/amd64`, `linux/arm/v7`: as BuildKit writes a platform. The variants that everyone means are left out. */
export function platformText(value: unknown): string | undefined {
  const [os, architecture, variant] = [
    textAt(value, 'os') ?? textAt(value, 'Os'),
    textAt(value, 'architecture') ?? textAt(value, 'Architecture'),
    textAt(value, 'variant') ?? textAt(value, 'Variant'),
  ];
  if (!os || !architecture || os === 'unknown') return undefined;
  return normalPlatform(variant ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`);
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
]);

const USUAL_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['amd64', 'v1'],
  ['arm64', 'v8'],
  ['arm', 'v7'],
]);

/** Source: containerd's platforms.Normalize. */
export function normalPlatform(text: string): string {
  const [os = '', architecture = '', variant] = text.trim().toLowerCase().split('/');
  const name = NAMES.get(architecture) ?? architecture;
  const usual = USUAL_VARIANTS.get(name);
  if (name === 'arm') return `${os}/arm/${variant ?? usual}`;
  return variant && variant !== usual ? `${os}/${name}/${variant}` : `${os}/${name}`;
}
