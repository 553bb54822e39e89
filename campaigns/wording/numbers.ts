import type { Hold } from '../capped'
import type { Clash, Names, Reason, ReasonCode } from '../reasons'

/** The words of one language: a code without words does not compile. */
export type Words = { [C in ReasonCode]: (reason: Extract<Reason, { code: C }>, name: Names) => string }
/** A clash in the words of a language. */
export const wordClash = (words: Words, clash: Clash, name: Names) =>
  (words[clash.code] as (clash: Clash, name: Names) => string)(clash, name)
/** Several warnings of one code in one sentence; where they are of cells, of one segment. */
export type Together = {
  [C in 'topic-without-items' | 'floor-over-cap' | 'target-over-cap' | 'held-ahead' | 'pinned-cap']: (
    reasons: readonly [Extract<Reason, { code: C }>, ...Extract<Reason, { code: C }>[]],
    name: Names,
  ) => string
}

/** Of more days than these the rest is only counted. */
export const MOST_NAMED = 5

export const percent = (share: number) => `${hundred(share)}%`
export const hundred = (share: number) => Math.round(share * 100)
/** Over its cap already, not only with one more. */
export const isOver = ({ sent, of, cap }: Hold) => hundred(sent / of) >= hundred(cap)
/** Plans made before the share was stored had one in twenty. */
export const oneIn = (share = 0.05) => (share > 0 ? Math.round(1 / share) : 20)
export const rounded = (count: number) => (count < 10 ? Math.round(count * 10) / 10 : Math.round(count))
