import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** One hash over files and folders by name and content, and over whatever else decides the result. */
export function hashOf(entries, ...also) {
  const hash = createHash('sha256').update(JSON.stringify(also))
  for (const file of entries.filter((entry) => existsSync(entry)).flatMap(filesIn))
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(entry) {
  if (!statSync(entry).isDirectory()) return [entry]
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesIn(path.join(entry, name)))
}
