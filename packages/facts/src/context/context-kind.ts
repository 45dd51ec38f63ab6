import { remoteKind } from '../source/remote-source.ts';

/** What the value of a named context stands for. Source: buildx reference, `--build-context`; Bake file reference, `target.contexts`. */
export type ContextKind =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'image'; readonly reference: string }
  | { readonly kind: 'target'; readonly image: string }
  | { readonly kind: 'layout'; readonly path: string }
  | { readonly kind: 'git' | 'url'; readonly address: string };

export function contextKind(value: string): ContextKind {
  if (value.startsWith('docker-image://')) return { kind: 'image', reference: value.slice('docker-image://'.length) };
  if (value.startsWith('target:')) return { kind: 'target', image: value.slice('target:'.length) };
  if (value.startsWith('oci-layout://'))
    return { kind: 'layout', path: withoutVersion(value.slice('oci-layout://'.length)) };
  const remote = remoteKind(value);
  return remote ? { kind: remote, address: value } : { kind: 'folder', path: value };
}

/** Without the tag or digest behind the last segment. */
function withoutVersion(path: string): string {
  const last = path.lastIndexOf('/') + 1;
  const cut = path.slice(last).search(/[@:]/);
  return cut < 0 ? path : path.slice(0, last + cut);
}
