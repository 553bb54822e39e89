import { writeFileSync } from 'node:fs'
import type { Interval } from '../../campaigns/simulation/compare'
import { study, type Study } from '../../campaigns/simulation/study'
import type { WorldName } from '../../campaigns/simulation/county'
import type { ScaleName, Trouble } from '../../campaigns/simulation/run'
import { barsSvg } from '../analytics/charts/bars'

/** Troubles by name: what the planner must bear without breaking a cap or making up a gain; then what we assumed, otherwise. */
export const troubles: Record<string, Trouble> = {
  none: {},
  misreported: { misreported: 0.3 },
  outage: { outage: 1 / 3 },
  delayed: { delay: 3 },
  'no-fatigue': { fatigue: 0 },
  'double-fatigue': { fatigue: 2 },
  'few-members': { membership: 0.5 },
  'many-members': { membership: 1.5 },
  'asked-20': { asked: 20 },
  'asked-200': { asked: 200 },
}

export type SimulateWish = {
  scale: ScaleName
  world: WorldName
  trouble: string
  seeds: number[]
  chart?: string | undefined
}

/** Runs the study here, in this process: it needs no product and must not slow the site. */
export function simulateHere(wish: SimulateWish, onProgress: (done: number, total: number) => void): Study {
  const result = study({ ...wish, trouble: troubles[wish.trouble] ?? {}, name: wish.trouble, onProgress })
  if (wish.chart) writeFileSync(wish.chart, chartOf(result))
  return result
}

/** `100-129` or `0,1,2`. Undefined for anything else, for more than 200, or for one named twice: it would count as two. */
export function seedsOf(given: string): number[] | undefined {
  const range = /^(\d{1,9})-(\d{1,9})$/.exec(given)
  const seeds = range
    ? Array.from(
        { length: Math.max(0, Math.min(201, Number(range[2]) - Number(range[1]) + 1)) },
        (_, n) => Number(range[1]) + n,
      )
    : given.split(',').map(Number)
  return seeds.length &&
    seeds.length <= 200 &&
    new Set(seeds).size === seeds.length &&
    seeds.every((seed) => Number.isInteger(seed) && seed >= 0)
    ? seeds
    : undefined
}

const policyWords: Record<string, string> = {
  'status-quo': '现状（一条只发一个渠道）',
  random: '随机',
  popularity: '只发最热的',
  mmr: 'MMR 多样化',
  thompson: '只学习，不管配比',
  planner: '明白的排期',
  clairvoyant: '看得见真喜好的贪心（不守限量，只看这一周；不是上限，可能被超过）',
  'channels-only': '拆开看：只改渠道',
  'topics-only': '拆开看：只改主题',
  'language-only': '拆开看：只改语种',
}
const claimWords: Record<string, string> = {
  'equal-sends': '每种做法投放一样多',
  'mix-within-null-line': '配比偏差在“纯属偶然”的线以内',
  'fraud-consumer-within-3-points': '反诈加消费与目标相差不到 3 个百分点',
  'reach-not-inferior': '触达不低于任何一种做法',
  'plays-better': '同样多的投放，播放都更多（配对检验，Holm）',
  'knowledge-better': '看懂的主题都更多（配对检验，Holm）',
  'marriage-first': '婚姻排在最前，与目标相差不到 3 个百分点',
  'no-gain': '本来没有差别，播放上也没有算出差别',
  'caps-kept': '没有一次突破频次上限',
}

/** The table a manager can read. Always says first that nothing of it happened. */
export function studyInWords(result: Study): string {
  const { scale, world, trouble, seeds, rows, lifts, distinct, measuredAgainst } = result
  const percent = (value: number) => `${(value * 100).toFixed(1)}%`
  const table = rows.map(({ policy, measures: m, perThousand }) =>
    [
      policyWords[policy]!,
      m.sends.mean.toFixed(0),
      percent(m.marriage.mean),
      percent(m.fraudConsumer.mean),
      m.js.mean.toFixed(4),
      `${m.playsPerSend.mean.toFixed(0)} ${between(m.playsPerSend, (value) => value.toFixed(0))}`,
      m.playsPerPiece.mean.toFixed(0),
      percent(m.reach.mean),
      m.knowledge.mean.toFixed(3),
      perThousand.map((value) => value.toFixed(0)).join('/'),
      m.capsBroken.mean.toFixed(0),
    ].join(' | '),
  )
  const own = rows.find(({ policy }) => policy === 'planner')!.measures
  return [
    '模拟，不是现场数据：下面的县、居民和喜好全是假设，只说明排期在这些假设下怎么表现。',
    'Simulated, not field data: county, people and tastes are assumptions.',
    '',
    `规模 ${scale} · 世界 ${world} · 干扰 ${trouble} · 种子 ${seeds[0]}–${seeds.at(-1)}（${seeds.length} 个）· 不同内容 ${distinct.toFixed(0)} 件`,
    `目标：反诈加消费 ${percent(own.targetFraudConsumer.mean)}；偶然线（95%）JS ${own.nullLine.mean.toFixed(4)}`,
    ...(measuredAgainst === 'real'
      ? [
          '需求报错了的群体互换了需求：目标、JS 和 3 个百分点都按他们真正的需要算，不按报上来的',
          'Demand was told wrong for some segments: target, JS and the 3 points are measured against what they really need.',
        ]
      : []),
    '',
    '做法 | 投放 | 婚姻 | 反诈+消费 | JS | 每次投放的播放 [95%] | 每件的播放 | 触达 | 看懂 | 每千人播放 普/客/粤 | 超限',
    '--- | --- | --- | --- | --- | --- | --- | --- | --- | --- | ---',
    ...table,
    ...boundInWords(result),
    '',
    ...lifts.map(
      ({ over, playsPerSend: p, knowledge: k, reach: r, better }) =>
        `比${policyWords[over]}：播放/次 ${signed(p.mean, 0)} ${between(p, (value) => signed(value, 0))}${better.playsPerSend ? ' ✓' : ''}；看懂 ${signed(k.mean, 3)} ${between(k, (value) => signed(value, 3))}${better.knowledge ? ' ✓' : ''}；触达 ${signed(r.mean * 100, 1)} 点`,
    ),
    '',
    ...claimsInWords(result),
  ].join('\n')
}

/** What the bound is, and only what is true of it here. */
function boundInWords({ world, rows, ceiling }: Study): string[] {
  const most = ceiling.mean.toFixed(0)
  if (world === 'no-difference')
    return [
      `人人都一样，投什么、什么时候投都一样：每次投放的播放期望都是约 ${most}，高低只是抽签的出入，没有上限可比`,
      `Everybody is alike: every policy expects about ${most} plays a send, differences are chance, there is no bound.`,
    ]
  const reached = rows.filter(({ measures }) => measures.playsPerSend.mean >= ceiling.mean)
  const names = reached.map(({ policy }) => policyWords[policy]!.replace(/（.*/, '')).join('、')
  const ids = reached.map(({ policy }) => policy).join(', ')
  return [
    `宽松的上限：按真喜好挑，不计厌烦、限量和断线，每次投放的播放期望约 ${most}${names && `；${names}到了或略过这条线：它是期望，抽签有出入`}`,
    `A loose upper bound that ignores fatigue, caps and outages: about ${most} expected plays a send${ids && `; reached or passed by ${ids}: it is an expectation, draws vary`}.`,
  ]
}

function claimsInWords({ claims, tooFewSeedsFor, fewestSeeds }: Study): string[] {
  const silent = (claim: string) =>
    tooFewSeedsFor.some((one) => one === claim)
      ? `—（种子太少，说不出来；至少要 ${fewestSeeds} 个 / seeds too few to say; at least ${fewestSeeds}）`
      : '—（这里不作结论）'
  return Object.entries(claims).map(
    ([claim, held]) => `${held === null ? silent(claim) : held ? '✓' : '✗'} ${claimWords[claim]}`,
  )
}

/** One seed has no spread: a dash in place of an interval. */
const between = ({ low, high }: Interval, write: (value: number) => string) =>
  low === null || high === null ? '—' : `[${write(low)}, ${write(high)}]`

const signed = (value: number, digits: number) => `${value >= 0 ? '+' : ''}${value.toFixed(digits)}`

const chartOf = ({ rows }: Study) =>
  barsSvg(
    '每次投放的播放（模拟） / plays per send (simulated)',
    rows.map(({ policy, measures }) => ({
      name: policyWords[policy]!,
      values: [{ name: '播放/次', value: Math.round(measures.playsPerSend.mean) }],
      note: `反诈+消费 ${Math.round(measures.fraudConsumer.mean * 100)}%`,
    })),
  )
