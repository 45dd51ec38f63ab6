/** A name below a folder, both relative to a context; `.` is the context itself. */
export function below(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
