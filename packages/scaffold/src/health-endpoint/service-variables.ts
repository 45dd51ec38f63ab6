/** Variables that the Compose files give an app for each of its services, and the port of a service whose address names none. */
export const SERVICE_VARIABLES: Readonly<Record<string, { readonly variable: string; readonly port: number }>> = {
  postgres: { variable: 'DATABASE_URL', port: 5432 },
  mysql: { variable: 'DATABASE_URL', port: 3306 },
  mariadb: { variable: 'DATABASE_URL', port: 3306 },
  redis: { variable: 'REDIS_URL', port: 6379 },
  mongo: { variable: 'MONGODB_URL', port: 27017 },
  rabbitmq: { variable: 'RABBITMQ_URL', port: 5672 },
};
