/** Names for Bake, which takes letters, digits, `_` and `-`: readable, and each its own. */
export function targetNames(images: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const image of images) {
    const plain = image.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+/, '') || 'image';
    // "default" is the group of all.
    let name = plain === 'default' ? 'default-image' : plain;
    for (let count = 2; taken.has(name); count++) name = `${plain}-${count}`;
    taken.add(name);
    names.set(image, name);
  }
  return names;
}
