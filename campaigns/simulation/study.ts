import { fewestPairs, holm, interval, pairedP, type Interval } from './compare'
import type { WorldName } from './county'
import { ablation, policies, type AblationName, type PolicyName } from './policies'
import { ceiling, scales, simulate, type Measures, type ScaleName, type Trouble } from './run'

export type Row = { policy: PolicyName | AblationName; measures: Record<Counted, Interval>; perThousand: number[] }
export type Lift = {
  over: PolicyName | AblationName
  /** Paired by seed: planner less the other. */
  playsPerSend: Interval
  knowledge: Interval
  reach: Interval
  /** Better in the paired test, Holm over all comparisons of the table. */
  better: { playsPerSend: boolean; knowledge: boolean }
}
export type Study = {
  simulated: true
  scale: ScaleName
  world: WorldName
  trouble: string
  seeds: number[]
  /** Demand that the mix is measured against: as the planner was told, or as people really have it. */
  measuredAgainst: 'told' | 'real'
  rows: Row[]
  lifts: Lift[]
  /** What is claimed and whether it held here; `null` where the claim is not made. */
  claims: Record<Claim, boolean | null>
  /** So many seeds are needed before a paired test can confirm anything; */
  fewestSeeds: number
  /** and these claims are `null` for want of them. */
  tooFewSeedsFor: Claim[]
  distinct: number
  /** Plays a send to be expected at most if nobody tired, see `ceiling`. */
  ceiling: Interval
}
type Counted = Exclude<keyof Measures, 'perThousand'>
type Claim =
  | 'equal-sends'
  | 'mix-within-null-line'
  | 'fraud-consumer-within-3-points'
  | 'reach-not-inferior'
  | 'plays-better'
  | 'knowledge-better'
  | 'marriage-first'
  | 'no-gain'
  | 'caps-kept'
type Asked = {
  scale: ScaleName
  world?: WorldName
  trouble?: Trouble
  name?: string
  seeds: readonly number[]
  onProgress?: (done: number, total: number) => void
}

const all = { ...policies, ...ablation }
const names = Object.keys(all) as (PolicyName | AblationName)[]
/** What the planner has to beat. The clairvoyant knows what nobody knows; the ablations are parts of the planner. */
const rivals = ['status-quo', 'random', 'popularity', 'mmr', 'thompson'] as const
/** What is tested for each of them. */
const tested = ['playsPerSend', 'knowledge'] as const
/** Seeds with which the tests of the table can confirm anything at all. */
export const fewestSeeds = fewestPairs(tested.length * rivals.length)
/** Reach may be lower by so much before it counts as worse. */
const MARGIN = 0.01
/** Under so many distinct items nothing statistical is claimed. */
const FEWEST = 60

/** Every policy on the same seeds: the same people, pieces and qualities for all of them. */
export function study({ scale, world = 'usual', trouble = {}, name = 'none', seeds, onProgress }: Asked): Study {
  const runs = new Map<PolicyName | AblationName, Measures[]>(names.map((policy) => [policy, []]))
  let done = 0
  for (const seed of seeds)
    for (const policy of names) {
      runs.get(policy)!.push(simulate(all[policy], scales[scale], seed, { ...trouble, world }))
      onProgress?.(++done, seeds.length * names.length)
    }
  const own = runs.get('planner')!
  const lifts = liftsOf(own, runs)
  const mean = (key: Counted) => interval(own.map((run) => run[key])).mean
  const enough = mean('distinct') >= FEWEST
  const gain = world !== 'no-difference'
  const canTell = seeds.length >= fewestSeeds
  const sends = (policy: PolicyName | AblationName) => runs.get(policy)!.map((run) => run.sends)
  return {
    simulated: true,
    scale,
    world,
    trouble: name,
    seeds: [...seeds],
    measuredAgainst: trouble.misreported ? 'real' : 'told',
    rows: names.map((policy) => rowOf(policy, runs.get(policy)!)),
    lifts,
    claims: {
      'equal-sends': names.every((policy) => sends(policy).every((count, n) => count === own[n]!.sends)),
      'mix-within-null-line': enough ? mean('js') <= mean('nullLine') : null,
      'fraud-consumer-within-3-points': enough
        ? Math.abs(mean('fraudConsumer') - mean('targetFraudConsumer')) <= 0.03
        : null,
      'reach-not-inferior': gain && seeds.length > 1 ? lifts.every(({ reach }) => reach.low! >= -MARGIN) : null,
      'plays-better': gain && canTell ? lifts.every(({ better }) => better.playsPerSend) : null,
      'knowledge-better': gain && canTell ? lifts.every(({ better }) => better.knowledge) : null,
      'marriage-first':
        world === 'marriage-first'
          ? mean('marriage') > mean('fraudConsumer') && Math.abs(mean('marriage') - mean('targetMarriage')) <= 0.03
          : null,
      // Plays only: an even mix still teaches more topics than a random one, whatever people prefer.
      'no-gain': gain || !canTell ? null : lifts.every(({ better }) => !better.playsPerSend),
      'caps-kept': own.every(({ capsBroken }) => capsBroken === 0),
    },
    fewestSeeds,
    tooFewSeedsFor: canTell ? [] : gain ? ['plays-better', 'knowledge-better'] : ['no-gain'],
    distinct: mean('distinct'),
    ceiling: interval(seeds.map((seed) => ceiling(scales[scale], seed, { ...trouble, world }))),
  }
}

function liftsOf(own: readonly Measures[], runs: ReadonlyMap<string, readonly Measures[]>): Lift[] {
  const difference = (over: string, key: Counted) => own.map((run, n) => run[key] - runs.get(over)![n]![key])
  const pairs = tested.flatMap((key) => rivals.map((over) => ({ key, over })))
  const better = holm(pairs.map(({ key, over }) => pairedP(difference(over, key))))
  const isBetter = (over: string, wanted: string) =>
    better[pairs.findIndex((one) => one.over === over && one.key === wanted)]!
  return rivals.map((over) => ({
    over,
    playsPerSend: interval(difference(over, 'playsPerSend')),
    knowledge: interval(difference(over, 'knowledge')),
    reach: interval(difference(over, 'reach')),
    better: { playsPerSend: isBetter(over, 'playsPerSend'), knowledge: isBetter(over, 'knowledge') },
  }))
}

function rowOf(policy: Row['policy'], runs: readonly Measures[]): Row {
  const keys = Object.keys(runs[0]!).filter((key) => key !== 'perThousand') as Counted[]
  return {
    policy,
    measures: Object.fromEntries(keys.map((key) => [key, interval(runs.map((run) => run[key]))])) as Row['measures'],
    perThousand: [0, 1, 2].map((variety) => interval(runs.map((run) => run.perThousand[variety]!)).mean),
  }
}
