import { dimensions, measures } from '../cells'
import { columns } from '../stored'

const REAL = new Set(['length', 'from', 'to', 'value'])
const WHOLE = new Set(['at', 'received', 'hour', 'demo'])
const typeOf = (column: string) => (REAL.has(column) ? 'REAL' : WHOLE.has(column) ? 'INTEGER' : 'TEXT')

const event = columns.map((name) => (name === 'id' ? 'id TEXT PRIMARY KEY' : `"${name}" ${typeOf(name)}`))
const cell = [
  ...dimensions.map((name) => `${name} ${typeOf(name)} NOT NULL`),
  ...measures.map((name) => `${name} REAL NOT NULL`),
].join(', ')
const key = dimensions.join(', ')

/** `var/events.db`. The primary key of an event is its id: the first wins. */
export const tables = `
CREATE TABLE IF NOT EXISTS events (${event.join(', ')});
CREATE INDEX IF NOT EXISTS events_hour ON events (hour);
CREATE INDEX IF NOT EXISTS events_play ON events (play) WHERE play <> '';
CREATE TABLE IF NOT EXISTS dirty (hour INTEGER PRIMARY KEY, mark INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS hours (hour INTEGER NOT NULL, day TEXT NOT NULL, ${cell}, PRIMARY KEY (hour, ${key})) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS hours_day ON hours (day);
CREATE TABLE IF NOT EXISTS days (day TEXT NOT NULL, ${cell}, PRIMARY KEY (day, ${key})) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS terms (hour INTEGER NOT NULL, day TEXT NOT NULL, q TEXT NOT NULL, n INTEGER NOT NULL,
  blanks INTEGER NOT NULL, demo INTEGER NOT NULL, PRIMARY KEY (hour, q, demo)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (day TEXT NOT NULL, scope TEXT NOT NULL, person TEXT NOT NULL, demo INTEGER NOT NULL,
  PRIMARY KEY (day, scope, person)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reach (day TEXT NOT NULL, scope TEXT NOT NULL, people INTEGER NOT NULL, demo INTEGER NOT NULL,
  PRIMARY KEY (day, scope, demo)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS secrets (day TEXT PRIMARY KEY, secret TEXT NOT NULL);
`

const json = (names: readonly string[]) => names.map((_, index) => `value ->> ${index}`).join(', ')
const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

/** A row of `events` at a time; all others a whole batch in one statement, rows as a JSON array of arrays. */
export const insert = {
  events: `INSERT OR IGNORE INTO events (${named(columns)}) VALUES (${columns.map(() => '?').join(', ')})`,
  dirty: `INSERT INTO dirty (hour, mark) SELECT value, 1 FROM json_each(?) WHERE true
    ON CONFLICT (hour) DO UPDATE SET mark = mark + 1`,
  hours: `INSERT INTO hours (hour, day, ${key}, ${measures.join(', ')})
    SELECT ${json(['hour', 'day', ...dimensions, ...measures])} FROM json_each(?)`,
  days: `INSERT INTO days (day, ${key}, ${measures.join(', ')})
    SELECT ${json(['day', ...dimensions, ...measures])} FROM json_each(?)`,
  terms: `INSERT INTO terms (hour, day, q, n, blanks, demo) SELECT ${json(['', '', '', '', '', ''])} FROM json_each(?)`,
  people: `INSERT OR IGNORE INTO people (day, scope, person, demo) SELECT ${json(['', '', '', ''])} FROM json_each(?)`,
}
