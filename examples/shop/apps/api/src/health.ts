import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });

/** 200 where the database answers, 503 where it does not. */
export async function health(): Promise<[number, unknown]> {
  try {
    await pool.query('select 1');
    return [200, { database: 'up' }];
  } catch {
    return [503, { database: 'down' }];
  }
}
