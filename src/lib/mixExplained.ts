import {
  effectiveTopics,
  FEWEST_FOR_CLAIMS,
  FEWEST_FOR_SHARES,
  hhi,
  js,
  mismatch,
  nullLine,
  serviceRatios,
  sharesOf,
} from './mix'

/** One topic: how often it went out, and its wanted share by the weights in use and if all sources counted alike. */
export type MixRow = { name: string; ours: number; wanted: number; equal?: number }
export type MixFacts = {
  rows: readonly MixRow[]
  /** How many different items went out: what statistics may be claimed on. */
  distinct: number
}
/** What was done and with which numbers. */
export type MixExplained = { lines: { term: string; text: string }[] }
type Language = 'zh' | 'en'

/** The headline as a formula, the same wherever it is printed. */
export const mismatchFormula = { zh: '½ Σ |发的占比 − 要的占比|', en: '½ Σ |share sent − share needed|' }

/** A million draws for a line that shrinks as 1/N say nothing new: from here on it is scaled (ranking.md 1.3). */
const MOST_DRAWN = 1000
const LISTED = 6

/**
 * 怎么算的: the mismatch and what stands behind it, formula and numbers put in, for whoever doubts the headline
 * (ranking.md 1.1, 1.3). Under ten different items it only says why there is no percentage.
 */
export function explainMix({ rows, distinct }: MixFacts, language: Language): MixExplained {
  const t = words[language]
  const ours = sharesOf(rows.map((row) => row.ours))
  const wanted = sharesOf(rows.map((row) => row.wanted))
  const sent = rows.reduce((sum, row) => sum + row.ours, 0)
  if (distinct < FEWEST_FOR_SHARES) return { lines: [{ term: t.mismatch, text: t.few(sent, distinct) }] }
  if (!wanted.some((share) => share > 0)) return { lines: [{ term: t.mismatch, text: t.unknown }] }
  const over = rows
    .map(({ name }, n) => ({ name, ours: ours[n]!, wanted: wanted[n]! }))
    .filter((row) => row.ours - row.wanted >= 0.005)
    .sort((a, b) => b.ours - b.wanted - (a.ours - a.wanted))
  const missed = mismatch(ours, wanted)
  const same = rows.every(({ equal }) => equal === undefined) ? null : sharesOf(rows.map(({ equal }) => equal ?? 0))
  const lines = [
    { term: t.mismatch, text: t.sum(over.map(t.excess), one(missed * 100)) },
    { term: t.ratio, text: ratioText(rows, ours, wanted, language) },
    {
      term: t.spread,
      text: t.hhi(
        hhi(ours).toFixed(4),
        one(effectiveTopics(ours)),
        hhi(wanted).toFixed(4),
        one(effectiveTopics(wanted)),
      ),
    },
    { term: t.chance, text: chanceText(ours, wanted, distinct, language) },
    ...(same ? [{ term: t.weights, text: t.equal(one(missed * 100), one(mismatch(ours, same) * 100)) }] : []),
  ]
  return { lines }
}

/** Times served for each time wanted, worst first; only those under a half or over twice are alarming. */
function ratioText(rows: readonly MixRow[], ours: number[], wanted: number[], language: Language): string {
  const t = words[language]
  const ratios = serviceRatios(ours, wanted)
    .map((ratio, n) => ({ name: rows[n]!.name, ratio, gap: Math.abs(ours[n]! - wanted[n]!), sent: ours[n]! }))
    .filter(({ sent, ratio }) => sent > 0 || (ratio !== null && ratio < 1))
    .sort((a, b) => b.gap - a.gap)
    .slice(0, LISTED)
  return t.ratios(
    ratios.map(({ name, ratio }) =>
      t.served(
        name,
        ratio === null ? null : ratio.toFixed(2),
        ratio === null || ratio > 2 ? 'over' : ratio < 0.5 ? 'short' : null,
      ),
    ),
  )
}

function chanceText(ours: number[], wanted: number[], distinct: number, language: Language): string {
  const t = words[language]
  const drawn = Math.min(distinct, MOST_DRAWN)
  const line = (nullLine(wanted, drawn).p95 * drawn) / distinct
  const seen = js(ours, wanted)
  const verdict = distinct < FEWEST_FOR_CLAIMS ? t.noClaim(distinct) : seen > line ? t.beyond : t.within
  return t.js(seen.toFixed(3), distinct, line.toFixed(3)) + verdict
}

const one = (value: number) => value.toFixed(1)
const whole = (share: number) => one(share * 100)
type Over = { name: string; ours: number; wanted: number }

const words = {
  zh: {
    mismatch: '错配率',
    ratio: '每个主题',
    spread: '集中不集中',
    chance: '会不会只是碰巧',
    weights: '换个权重会怎样',
    few: (sent: number, distinct: number) =>
      `投放了 ${sent} 次，只有 ${distinct} 件不同的内容。不到 ${FEWEST_FOR_SHARES} 件时一两件就能把比例带偏，所以只列次数，不算百分比。`,
    unknown: '还不知道群众要什么：人群里没有需求数据，所以算不出来。',
    excess: ({ name, ours, wanted }: Over) => `${name} ${whole(ours)} − ${whole(wanted)}`,
    sum: (terms: string[], all: string) =>
      `把发得比需要多的部分加起来（${mismatchFormula.zh}）：${terms.length ? `${terms.join('，')}；` : ''}一共每 100 次里 ${all} 次。`,
    ratios: (rows: string[]) => `发的占比 ÷ 要的占比，1 是正好，低于 0.5 或高于 2 要看一看：${rows.join('，')}。`,
    served: (name: string, ratio: string | null, alarm: 'over' | 'short' | null) =>
      `${name} ${ratio ?? '没人要'}${alarm === 'over' ? '（太多）' : alarm === 'short' ? '（太少）' : ''}`,
    hhi: (a: string, b: string, c: string, d: string) =>
      `各主题占比的平方和（HHI）是 ${a}，相当于只发 ${b} 个主题；群众要的是 ${c}，相当于 ${d} 个主题。`,
    js: (seen: string, count: number, line: string) =>
      `和群众需要的差距（JS 散度）是 ${seen}；完全照需要发 ${count} 件，光凭运气也有 5% 的时候超过 ${line}。`,
    beyond: '超过了这条线：不是碰巧。',
    within: '没超过这条线：可能只是碰巧，不下结论。',
    noClaim: (count: number) => `只有 ${count} 件不同的内容，不到 ${FEWEST_FOR_CLAIMS} 件，不下统计上的结论。`,
    equal: (now: string, then: string) => `现在按各来源的权重算，错配率 ${now}；各来源一样算，错配率 ${then}。`,
  },
  en: {
    mismatch: 'Mismatch',
    ratio: 'Each topic',
    spread: 'How concentrated',
    chance: 'Could it be chance',
    weights: 'With other weights',
    few: (sent: number, distinct: number) =>
      `${sent} deliveries of only ${distinct} different items. Under ${FEWEST_FOR_SHARES} items one or two would turn any share, so there are counts and no percentages.`,
    unknown: 'Nobody knows yet what people need: the segments have no demand, so there is nothing to compare with.',
    excess: ({ name, ours, wanted }: Over) => `${name} ${whole(ours)} − ${whole(wanted)}`,
    sum: (terms: string[], all: string) =>
      `What went out beyond need, added up (${mismatchFormula.en}): ${terms.length ? `${terms.join(', ')}; ` : ''}${all} of every 100 in all.`,
    ratios: (rows: string[]) =>
      `Share sent ÷ share needed; 1 is even, under 0.5 or over 2 is worth a look: ${rows.join(', ')}.`,
    served: (name: string, ratio: string | null, alarm: 'over' | 'short' | null) =>
      `${name} ${ratio ?? 'not wanted'}${alarm === 'over' ? ' (too much)' : alarm === 'short' ? ' (too little)' : ''}`,
    hhi: (a: string, b: string, c: string, d: string) =>
      `The squares of the shares sum to ${a} (HHI), as if only ${b} topics went out; needed are ${c}, as of ${d} topics.`,
    js: (seen: string, count: number, line: string) =>
      `The distance to what people need is ${seen} (Jensen-Shannon, bits); ${count} items sent exactly by need pass ${line} by chance 5 % of the time. `,
    beyond: 'It is over that line: not chance.',
    within: 'It is not over that line: it may be chance, nothing is claimed.',
    noClaim: (count: number) => `Only ${count} different items, fewer than ${FEWEST_FOR_CLAIMS}: no statistical claim.`,
    equal: (now: string, then: string) =>
      `With the weights in use the mismatch is ${now}; if all sources counted alike, ${then}.`,
  },
}
