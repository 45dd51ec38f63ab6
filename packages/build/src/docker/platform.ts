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

/** Source: containerd's platforms.Normalize. */
export function normalPlatform(text: string): string {
  const [os = '', architecture = '', variant] = text.trim().toLowerCase().split('/');
  const name = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64', armhf: 'arm' }[architecture] ?? architecture;
  const usual = { amd64: 'v1', arm64: 'v8', arm: 'v7' }[name];
  if (name === 'arm') return `${os}/arm/${variant ?? usual}`;
  return variant && variant !== usual ? `${os}/${name}/${variant}` : `${os}/${name}`;
}
