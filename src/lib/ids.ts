import { randomBytes } from 'node:crypto'

/** Crockford's letters without the ones that look alike; readable on a poster and over the telephone. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789'

/** A short public code: eight letters, some 6 x 10^11 of them; a unique index stands behind it. */
export function shortCode(length = 8): string {
  let code = ''
  while (code.length < length)
    for (const byte of randomBytes(length)) if (byte < 240 && code.length < length) code += LETTERS[byte % 30]
  return code
}

/** The first letters of a hash in the same alphabet: a short code that always comes out the same. */
export const lettersOf = (hash: Uint8Array, length = 8): string =>
  [...hash.subarray(0, length)].map((byte) => LETTERS[byte % 30]).join('')

/** A UUID version 7 (RFC 9562): sorts by time, as the ids that Payload makes on SQLite. */
export function timeId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
