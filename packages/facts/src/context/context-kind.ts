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
    return { kind: 'layout', path: value.slice('oci-layout://'.length).replace(/[@:][^/]*$/, '') };
  const remote = remoteKind(value);
  return remote ? { kind: remote, address: value } : { kind: 'folder', path: value };
}
