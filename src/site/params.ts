/** The parameters that change a public page; everything else in a query (`d`, `c`, what WeChat appends) does not. */
export type Params = {
  edition?: 'elder'
  s?: string
  q?: string
  page?: number
  pick?: string
  variety?: string
}

const LONGEST_QUERY = 60

const readers: { [Name in keyof Required<Params>]: (raw: string) => Params[Name] | undefined } = {
  edition: (raw) => (raw === 'elder' ? 'elder' : undefined),
  s: (raw) => (/^[a-z0-9][a-z0-9-]{0,63}$/.test(raw) ? raw : undefined),
  q: (raw) => raw.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUERY) || undefined,
  page: (raw) => (/^[1-9]\d{0,3}$/.test(raw) && raw !== '1' ? Number(raw) : undefined),
  pick: (raw) => (/^\d{1,2}-\d$/.test(raw) ? raw : undefined),
  variety: (raw) => (/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(raw) ? raw : undefined),
}
const names = Object.keys(readers).sort() as (keyof Params)[]

/** Reads the allow-listed parameters; a value that means nothing counts as absent, so it cannot fill the page cache. */
export function readParams(query: URLSearchParams): Params {
  const params: Record<string, unknown> = {}
  for (const name of names) {
    const raw = query.get(name)
    const value = raw === null ? undefined : readers[name](raw)
    if (value !== undefined) params[name] = value
  }
  return params
}

/** Parameters as a query string in a fixed order, empty or with its question mark. */
export function writeParams(params: Params): string {
  const query = new URLSearchParams()
  for (const name of names) if (params[name] !== undefined) query.set(name, String(params[name]))
  const written = query.toString()
  return written && `?${written}`
}

/** What a public page is cached under: its path and its allow-listed parameters in a fixed order. */
export function pageKey(url: string): string {
  const mark = url.indexOf('?')
  if (mark < 0) return url
  return url.slice(0, mark) + writeParams(readParams(new URLSearchParams(url.slice(mark + 1))))
}
