import { planDeliveries } from '../../campaigns/planning'
import { brief, channel, item, segment } from '../support/briefs'

const SIZES = [
  { items: 1250, segments: 20, slots: 500 },
  { items: 2500, segments: 20, slots: 500 },
  { items: 5000, segments: 20, slots: 500 },
  { items: 10_000, segments: 20, slots: 500 },
  { items: 100_000, segments: 20, slots: 500 },
  { items: 10_000, segments: 20, slots: 125 },
  { items: 10_000, segments: 20, slots: 250 },
  { items: 10_000, segments: 20, slots: 1000 },
]

/** How long a plan takes and how that grows: items x segments x slots in total (wanted: 10,000 x 20 x 500 under 2 s). */
export async function run(): Promise<string> {
  planDeliveries(briefOf(SIZES[0]!)) // warm
  const rows = SIZES.map((size) => {
    const given = briefOf(size)
    const runs = [1, 2, 3].map(() => {
      const from = process.cpuUsage()
      const started = performance.now()
      const { deliveries } = planDeliveries(given)
      const wall = performance.now() - started
      const { user, system } = process.cpuUsage(from)
      return { wall, cpu: (user + system) / 1000, placed: deliveries.length }
    })
    const median = (of: (run: (typeof runs)[number]) => number) => runs.map(of).sort((a, b) => a - b)[1]!
    return { ...size, wall: median((run) => run.wall), cpu: median((run) => run.cpu), placed: runs[0]!.placed }
  })
  const goal = rows[3]!
  const lines = rows.map((row) => {
    const size = `${row.items} items x ${row.segments} segments x ${row.slots} slots`
    const took = `${row.wall.toFixed(0)} ms wall, ${row.cpu.toFixed(0)} ms CPU`
    return `${size.padEnd(42)}${String(row.placed).padStart(5)} placed  ${took.padEnd(30)}${(row.cpu / goal.cpu).toFixed(2)} of the fourth line`
  })
  return [
    'planner (the fourth line is the goal: under 2 s)',
    ...lines,
    `growth in items: ${growth(rows.slice(0, 5), ({ items }) => items)}`,
    `growth in slots: ${growth([rows[5]!, rows[6]!, goal, rows[7]!], ({ slots }) => slots)}`,
  ].join('\n')
}

/** The exponent of the power law between the first and the last, and every step: 1 is linear, under 1 better than that. */
function growth<T extends { cpu: number }>(rows: readonly T[], size: (row: T) => number): string {
  const exponent = (one: T, other: T) => Math.log(other.cpu / one.cpu) / Math.log(size(other) / size(one))
  const steps = rows
    .slice(1)
    .map((row, n) => `${size(rows[n]!)} to ${size(row)}: ${exponent(rows[n]!, row).toFixed(2)}`)
  const whole = exponent(rows[0]!, rows.at(-1)!)
  return `size to the ${whole.toFixed(2)} (${whole <= 1.15 ? 'near linear' : 'worse than linear'}); ${steps.join(', ')}`
}

function briefOf({ items, segments, slots }: (typeof SIZES)[number]) {
  const topics = Array.from({ length: 18 }, (_, n) => `t${n}`)
  const demand = Object.fromEntries(topics.map((id, n) => [id, n + 1]))
  return brief({
    topics: topics.map((id) => ({ id, floor: 0.02 })),
    slots,
    to: new Date('2027-01-31T00:00:00Z'),
    items: Array.from({ length: items }, (_, n) => item(`i${n}`, topics[n % 18]!, { quality: (n % 97) / 97 })),
    segments: Array.from({ length: segments }, (_, n) => segment({ id: `s${n}`, population: 1000 + n * 50, demand })),
    channels: Array.from({ length: 12 }, (_, n) => channel({ id: `c${n}` })),
  })
}
