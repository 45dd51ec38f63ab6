import { nanoid } from 'nanoid';

export function greet(name: string): string {
  return `Hello, ${name} (${nanoid(6)})`;
}
