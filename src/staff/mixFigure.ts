import type { Language } from '../../campaigns'
import { FEWEST_FOR_SHARES } from '../lib/mix'
import { explainMix, type MixExplained, type MixRow } from '../lib/mixExplained'
import { rulerSentence, rulerSvg } from '../lib/ruler'

export type MixFigure = { svg: string; sentence: string; how: MixExplained }
type Labels = { ours: string; wanted: string }

/** One ruler with its sentence and how it is counted; under ten different items counts, no percent, no alarm. */
export function mixFigure(rows: readonly MixRow[], distinct: number, labels: Labels, language: Language): MixFigure {
  const countsOnly = distinct < FEWEST_FOR_SHARES
  const sent = rows.reduce((sum, { ours }) => sum + ours, 0)
  return {
    svg: rulerSvg(rows, { language, labels, countsOnly }),
    sentence: countsOnly ? fewWords(sent, distinct, language) : rulerSentence(rows, language),
    how: explainMix({ rows, distinct }, language),
  }
}

const fewWords = (sent: number, distinct: number, language: Language) =>
  language === 'en'
    ? `${sent} deliveries of ${distinct} different items: too few for shares.`
    : `投放 ${sent} 次，${distinct} 件不同的内容，太少，不算比例。`

/** A small office is told its counts, and whose shares it is shown instead. */
export const rolledUpWords = (few: string, whose: string, shares: string, en: boolean) =>
  en ? `${few} The shares are those of ${whose}: ${shares}` : `${few}下面的比例是${whose}合起来的：${shares}`
