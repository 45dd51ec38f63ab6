import { isDevServer } from './dev-server.ts';

describe('isDevServer', () => {
  test.each([
    'nodemon src/index.js',
    'npx nodemon',
    './node_modules/.bin/next dev -p 3000',
    'next dev',
    'vite --host 0.0.0.0',
    'vite',
    'npm run dev',
    'npm run start:dev -- --port 1',
    'yarn dev',
    'pnpm --filter api run dev',
    'pnpm exec vite',
    'flask run --debug',
    'python -m flask --app x run',
    'uvicorn app:app --reload',
    'poetry run uvicorn app:app --reload',
    'python manage.py runserver 0.0.0.0:8000',
    'python3 -m debugpy --listen 5678 app.py',
    'node --watch server.js',
    'node --inspect=0.0.0.0:9229 server.js',
    'php -S 0.0.0.0:80',
    'php artisan serve',
    'tsx watch src/index.ts',
    'ng serve',
    'nest start --watch',
    'dotnet watch run',
    'mvn spring-boot:run',
    'nx serve api',
    'bun --hot index.ts',
    'bunx vite',
    'corepack pnpm dev',
    'bundle exec rails server -b 0.0.0.0 -e development',
    'java -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005 -jar app.jar',
    'python -m http.server 8000',
    'npx json-server db.json',
    'yarn strapi develop',
  ])('%s', (line) => {
    expect(isDevServer(line.split(' '))).toBe(true);
  });

  test.each([
    'node server.js',
    'npm start',
    'npm run start:prod',
    'yarn start',
    'next start',
    'vite preview',
    'vite build',
    'gunicorn app:app',
    'uvicorn app:app --port 80',
    'python app.py',
    'java -jar app.jar',
    'java -agentlib:hprof -jar app.jar',
    'bundle exec rails server -e production',
    'npx docusaurus serve',
    'nginx -g daemon',
    'node dev.js',
    'php-fpm',
    'dotnet app.dll',
    'python manage.py migrate',
    'npx prisma migrate deploy',
    '',
  ])('not %s', (line) => {
    expect(isDevServer(line === '' ? [] : line.split(' '))).toBe(false);
  });
});
