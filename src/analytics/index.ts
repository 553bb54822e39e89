import type { Payload } from 'payload'
import type { Clock } from '../lib/clock'
import type { Log } from '../lib/log'
import type { EventStore } from './store/contract'
import { openMongo } from './store/mongo'
import { openSqlite } from './store/sqlite'

export type { EventStore } from './store/contract'
export { beacon } from './beacon'

type Options = {
  env: { DATABASE_URL: string; DATA_DIR: string; SITE_TIMEZONE: string }
  payload: Payload
  clock: Clock
  log: Log
}

/** Residents' events: `events.db` in the data directory beside a SQLite database, collections of their own in MongoDB. */
export async function openEvents({ env, payload, log }: Options): Promise<EventStore> {
  const timeZone = env.SITE_TIMEZONE
  if (env.DATABASE_URL.startsWith('mongodb')) return openMongo({ payload, timeZone })
  return openSqlite({ folder: env.DATA_DIR, timeZone, log })
}
