import { isSecretName } from '@dockwarden-internal/facts';

export const SECRET_MASK = '•••';

/** A recorded instruction without the values of what is named like a secret: history keeps build arguments and ENV as they were. */
export function withoutSecretValues(text: string): string {
  return text.replace(/\b([A-Za-z_]\w{0,200})=("[^"]*"|'[^']*'|\S+)/g, (whole, name: string) =>
    isSecretName(name) ? `${name}=${SECRET_MASK}` : whole,
  );
}
