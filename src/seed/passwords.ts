import { randomInt } from 'node:crypto'

/** No letters or digits that look alike on paper: the password is printed, read out and typed once. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A one-time password of 60 bits, in three groups, e.g. `k7mp-x3qa-9hdw`. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group()].join('-')
}
