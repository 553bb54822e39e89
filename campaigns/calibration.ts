/**
 * Fixed-K calibrated selection (ranking.md 2.1, after Steck, RecSys 2018):
 *   F(S) = (1-lambda) * sum s_i + lambda * sum_t p_t ln( (1-alpha)/K * Q_t(S) + alpha p_t )
 * F is monotone submodular; with one label an item greedy is the exact optimum (Fox 1966), else at least 1-1/e.
 */
export type Candidate = {
  /** Relevance in [0, 1]. */
  score: number
  /** Topic indexes with weights that sum to 1; usually the one main topic. */
  labels: readonly (readonly [topic: number, weight: number])[]
}

export type Problem = {
  candidates: readonly Candidate[]
  /** Wanted share of each topic; positive entries sum to 1. */
  target: readonly number[]
  /** Length of the whole list, `base` included: the scale of the calibration. */
  total: number
  /** How many to choose now. */
  choose: number
  /** What the list already holds, by topic. */
  base?: readonly number[]
  /** At most so many of a topic in the list, `base` included. */
  caps?: readonly number[]
  alpha?: number
  lambda?: number
}

export const defaults = { alpha: 0.01, lambda: 0.9 }

/**
 * The lambda for choosing a part of a list. What one more item changes in the mix shrinks with the list, its score does
 * not: without this, a long list would let scores win over the mix.
 */
export function lambdaOfPart(lambda: number, { total, choose }: Pick<Problem, 'total' | 'choose'>): number {
  if (!(choose > 0) || lambda >= 1) return lambda
  const odds = (lambda / (1 - lambda)) * Math.max(1, total / choose)
  return odds / (1 + odds)
}

/** Indexes of the chosen candidates, best score first, and the value of the set. Ties go to the earlier candidate. */
export function calibrate(problem: Problem): { chosen: number[]; order: number[]; value: number } {
  const state = start(problem)
  const order = greedy(problem, state)
  swap(state)
  const chosen = state.groups
    .flatMap((group) => group.members.slice(0, group.taken))
    .sort((a, b) => problem.candidates[b]!.score - problem.candidates[a]!.score || a - b)
  return { chosen, order, value: state.value() }
}

/** F of any set, for tests and for comparing plans. */
export function valueOf(problem: Problem, chosen: readonly number[]): number {
  const { alpha, lambda } = { ...defaults, ...problem }
  const held = problem.target.map((_, t) => problem.base?.[t] ?? 0)
  let scores = 0
  for (const index of chosen) {
    const { score, labels } = problem.candidates[index]!
    scores += score
    for (const [topic, weight] of labels) held[topic]! += weight
  }
  return (1 - lambda) * scores + lambda * spread(held, problem, alpha)
}

/** Candidates that are alike for the mix; within a group the better score is always the better choice. */
type Group = { labels: Candidate['labels']; members: number[]; taken: number }
type State = ReturnType<typeof start>

/**
 * Greedy looks only at the best untaken candidate of each group, so a step costs the number of label sets, not of
 * candidates: the same answer as CELF's lazy heap, and linear in the list.
 */
function start(problem: Problem) {
  const { alpha, lambda } = { ...defaults, ...problem }
  const { candidates, target } = problem
  const held = target.map((_, t) => problem.base?.[t] ?? 0)
  const groups = new Map<string | number, Group>()
  candidates.forEach(({ labels }, index) => {
    const key = labels.length === 1 ? labels[0]![0] : labels.map(([topic, weight]) => `${topic}:${weight}`).join(',')
    const group = groups.get(key) ?? { labels, members: [], taken: 0 }
    groups.set(key, group)
    group.members.push(index)
  })
  for (const { members } of groups.values())
    members.sort((a, b) => candidates[b]!.score - candidates[a]!.score || a - b)

  const term = (topic: number, amount: number) => {
    const p = target[topic] ?? 0
    return p > 0 ? p * Math.log(((1 - alpha) * amount) / problem.total + alpha * p) : 0
  }
  const move = (group: Group, sign: 1 | -1) => {
    group.taken += sign
    for (const [topic, weight] of group.labels) held[topic]! += sign * weight
  }
  return {
    groups: [...groups.values()],
    next: (group: Group) => candidates[group.members[group.taken] ?? -1]?.score,
    last: (group: Group) => candidates[group.members[group.taken - 1] ?? -1]?.score,
    fits: (group: Group) =>
      group.labels.every(([topic, weight]) => held[topic]! + weight <= (problem.caps?.[topic] ?? Infinity) + 1e-9),
    gain: (group: Group, score: number) =>
      (1 - lambda) * score +
      lambda *
        group.labels.reduce(
          (sum, [topic, weight]) => sum + term(topic, held[topic]! + weight) - term(topic, held[topic]!),
          0,
        ),
    move,
    value: () =>
      valueOf(
        problem,
        [...groups.values()].flatMap((group) => group.members.slice(0, group.taken)),
      ),
  }
}

function greedy(problem: Problem, state: State): number[] {
  const order: number[] = []
  while (order.length < problem.choose) {
    let best: { group: Group; gain: number; member: number } | undefined
    for (const group of state.groups) {
      const score = state.next(group)
      if (score === undefined || !state.fits(group)) continue
      const gain = state.gain(group, score)
      const member = group.members[group.taken]!
      if (!best || gain > best.gain + 1e-12 || (gain > best.gain - 1e-12 && member < best.member))
        best = { group, gain, member }
    }
    if (!best) break
    order.push(best.member)
    state.move(best.group, 1)
  }
  return order
}

/** Exchanges the weakest of one group for the best left of another while that gains; F only rises, so it ends. */
function swap(state: State): void {
  const most = 2000
  for (let round = 0; round < most; round++) {
    const gained = state.groups.some((out) => {
      const leaving = state.last(out)
      if (leaving === undefined) return false
      state.move(out, -1)
      const stay = state.gain(out, leaving)
      const better = state.groups.find((group) => {
        const score = group === out ? undefined : state.next(group)
        return score !== undefined && state.fits(group) && state.gain(group, score) > stay + 1e-9
      })
      state.move(better ?? out, 1)
      return Boolean(better)
    })
    if (!gained) return
  }
}

function spread(held: readonly number[], { target, total }: Problem, alpha: number): number {
  return target.reduce((sum, p, t) => sum + (p > 0 ? p * Math.log(((1 - alpha) * held[t]!) / total + alpha * p) : 0), 0)
}
