import Database from 'libsql'
import { randomBytes } from 'node:crypto'
import { dimensions, measures, type Cell, type Dimension, type Measure } from '../cells'
import type { Day } from '../day'
import { rollUp, type Ledger, type Presence, type Term } from '../rollup'
import { columns, type StoredEvent } from '../stored'
import { DAY_MS, KEEP_DAYS, PERSON_MS } from './keep'
import { insert, tables } from './tables'
import type { Met, Span } from './contract'

/** `var/events.db`, opened by the worker and by nobody else. Everything here is synchronous; that is why it has a thread. */
export function openFile(file: string, dayOf: (hour: number) => Day) {
  const db = new Database(file)
  // FULL: an acknowledged event survives a power cut, not only a crash. secure_delete: a destroyed secret leaves no bytes.
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536;',
  )
  db.exec(tables)
  const addEvents = db.prepare(insert.events)
  const markDirty = db.prepare(insert.dirty)
  const ledger = ledgerOf(db)
  const all = <T>(sql: string, ...args: unknown[]) => db.prepare(sql).all(...args) as T[]
  const run = (sql: string, ...args: unknown[]) => db.prepare(sql).run(...args)

  return {
    /** Rows and their hours as JSON: cheap to hand over to this thread. */
    add: (rows: string, hours: string) =>
      inTransaction(db, () => {
        for (const row of JSON.parse(rows) as unknown[][]) addEvents.run(...row)
        markDirty.run(hours)
      }),
    rollUp: () => inTransactionAsync(db, () => rollUp(ledger, dayOf)),
    secret(day: Day): string {
      run('INSERT OR IGNORE INTO secrets (day, secret) VALUES (?, ?)', day, randomBytes(32).toString('hex'))
      return all<{ secret: string }>('SELECT secret FROM secrets WHERE day = ?', day)[0]!.secret
    },
    /** Rows of values as JSON, in the order asked for: a tenth of the work of handing over as many objects. */
    counts(span: Span, by: readonly (Dimension | 'day')[], of: readonly Measure[]): string {
      const sums = of.map((measure) => `SUM(${measure}) AS ${measure}`).join(', ')
      const { where, args } = within(span, 'office')
      const grouping = by.length ? `GROUP BY ${by.join(', ')} ORDER BY ${by.join(', ')}` : 'HAVING COUNT(*) > 0'
      const rows = `SELECT ${[...by, sums].join(', ')} FROM days WHERE ${where} ${grouping}`
      const sql = `SELECT json_group_array(json_array(${[...by, ...of].join(', ')})) AS rows FROM (${rows})`
      return all<{ rows: string }>(sql, ...args)[0]!.rows
    },
    met({ from, to, offices }: Span): Met[] {
      const rows = all<{ day: Day; scope: string; people: number }>(
        `SELECT day, scope, SUM(people) AS people FROM (
           SELECT day, scope, people FROM reach WHERE day BETWEEN ? AND ?
           UNION ALL
           SELECT day, scope, COUNT(*) AS people FROM people WHERE day BETWEEN ? AND ?
             AND NOT EXISTS (SELECT 1 FROM reach WHERE reach.day = people.day) GROUP BY day, scope
         ) GROUP BY day, scope ORDER BY day, scope`,
        ...[from, to, from, to],
      )
      return rows.map(({ scope, ...met }) => ({ ...met, ...unscope(scope) })).filter(ofOffices(offices))
    },
    terms({ from, to }: Span): Term[] {
      return all(
        `SELECT q, SUM(n) AS n, SUM(blanks) AS blanks, demo FROM terms WHERE day BETWEEN ? AND ? GROUP BY q, demo ORDER BY n DESC, q`,
        ...[from, to],
      )
    },
    rejected: (since: number) =>
      all(
        "SELECT rejected AS reason, COUNT(*) AS n FROM events WHERE rejected <> '' AND received >= ? GROUP BY rejected",
        since,
      ),
    size: () => all<{ n: number }>('SELECT COUNT(*) AS n FROM events')[0]!.n,
    sweep: (today: Day, yesterday: Day, now: number) =>
      inTransaction(db, () => {
        run(
          `INSERT OR IGNORE INTO reach (day, scope, people, demo)
             SELECT day, scope, COUNT(*), demo FROM people WHERE day < ? AND NOT EXISTS (SELECT 1 FROM reach WHERE reach.day = people.day)
             GROUP BY day, scope, demo`,
          yesterday,
        )
        run('DELETE FROM people WHERE day < ?', yesterday)
        run('DELETE FROM secrets WHERE day < ?', today)
        run("UPDATE events SET person = '' WHERE person <> '' AND received < ?", now - PERSON_MS)
        run('DELETE FROM events WHERE received < ? AND at < ?', now - KEEP_DAYS * DAY_MS, now - KEEP_DAYS * DAY_MS)
      }),
    clearDemo: () =>
      inTransaction(db, () => {
        for (const table of ['events', 'hours', 'days', 'terms', 'people', 'reach'])
          run(`DELETE FROM ${table} WHERE demo = 1`)
      }),
    close: () => db.close(),
  }
}

export type EventFile = ReturnType<typeof openFile>

const unscope = (scope: string) => {
  const [office = '', segment = ''] = scope.split('/')
  return { office, segment }
}
const ofOffices = (offices?: string[]) => (met: Met) => !offices || offices.includes(met.office)

function within({ from, to, offices }: Span, column: string) {
  if (!offices) return { where: 'day BETWEEN ? AND ?', args: [from, to] }
  return {
    where: `day BETWEEN ? AND ? AND ${column} IN (SELECT value FROM json_each(?))`,
    args: [from, to, JSON.stringify(offices)],
  }
}

function ledgerOf(db: Database.Database): Ledger {
  const prepared = new Map<string, Database.Statement>()
  /** Compiled once: a roll-up runs the same few statements for every hour. */
  const statement = (sql: string) => {
    let found = prepared.get(sql)
    if (!found) prepared.set(sql, (found = db.prepare(sql)))
    return found
  }
  const put = (sql: string, rows: unknown[]) => rows.length && statement(sql).run(JSON.stringify(rows))
  const numbers = (cell: Cell) => [...dimensions, ...measures].map((name) => cell[name])
  const select = `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM events`
  return {
    dirtyHours: async (limit) => statement('SELECT hour, mark FROM dirty ORDER BY hour LIMIT ?').all(limit) as never,
    eventsOfHour: async (hour) => statement(`${select} WHERE hour = ?`).all(hour) as StoredEvent[],
    eventsOfPlays: async (plays) =>
      statement(`${select} WHERE play <> '' AND play IN (SELECT value FROM json_each(?)) AND rejected = ''`).all(
        JSON.stringify(plays),
      ) as StoredEvent[],
    async writeHour(hour, day, cells, terms: Term[]) {
      statement('DELETE FROM hours WHERE hour = ?').run(hour)
      statement('DELETE FROM terms WHERE hour = ?').run(hour)
      const full = cells.map((cell) => [hour, day, ...numbers(cell)])
      put(insert.hours, full)
      put(
        insert.terms,
        terms.map(({ q, n, blanks, demo }) => [hour, day, q, n, blanks, demo]),
      )
    },
    hoursOfDay: async (day) => statement('SELECT * FROM hours WHERE day = ?').all(day) as Cell[],
    async writeDay(day, cells) {
      statement('DELETE FROM days WHERE day = ?').run(day)
      const full = cells.map((cell) => [day, ...numbers(cell)])
      put(insert.days, full)
    },
    async meet(presences: Presence[]) {
      put(
        insert.people,
        presences.map(({ day, scope, person, demo }) => [day, scope, person, demo]),
      )
    },
    async clean(hours) {
      const forget = statement('DELETE FROM dirty WHERE hour = ? AND mark = ?')
      for (const { hour, mark } of hours) forget.run(hour, mark)
    },
  }
}

function inTransaction<T>(db: Database.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

/** `work` awaits nothing but what is already there, so no message of the thread can slip into the transaction. */
async function inTransactionAsync<T>(db: Database.Database, work: () => Promise<T>): Promise<T> {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
