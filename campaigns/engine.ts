/**
 * The engine on its own, for any data set: plain data in, plain data out. Nothing here reads a database, a clock or a
 * file, and nothing of the product's server comes along. How it is used: `CONTEXT.md`, "The planner on its own".
 */
export { planParams } from './brief'
export type * from './brief'
export { briefSchema, readBrief } from './briefSchema'
export { planDeliveries, type Excluded, type Plan, type PlannedDelivery } from './planning'
export { comparePlans, type Comparison } from './comparing'
export { wordReason, type Reason } from './reasons'

export { calibrate, valueOf, type Candidate, type Problem } from './calibration'
export { nextTopics, type Credit, type Turn } from './deficit'
export { completionSignals, poolDemand, signalWeights, type PooledDemand, type Shown, type Signal } from './pooling'
export { limitsOf, type Limit } from './limits'
export { neededBy, targetFor, type Target } from './demand'
export { holdsOf, type Caps, type Coming, type Hold, type Sent } from './capped'
export { beliefsOf, cellPriors, chooseArm, intervalOf, updated, type Belief, type Tally } from './learning'

export { chance, type Chance } from '../src/lib/chance'
export { hhi, js, mismatch, nullLine, serviceRatios } from '../src/lib/mix'
