/** The public face: who gets what, when, by which door. */
export { briefSchema, readBrief } from './briefSchema'
export { approveCampaign, cancelCampaign, cancelDelivery, moveDelivery } from './approval'
export { holdsOf, type Caps, type Coming, type Hold, type Sent, type Traffic } from './capped'
export { marketRule, occasionRule, readHolidays, readOccasions, type OccasionRow } from './calendarRows'
export { isPublicHoliday, worksOn, type Holidays } from './calendar'
export { marketWords } from './marketWords'
export { occasionsBetween } from './occasions'
export { occasionWords, spanWords } from './occasionWords'
export type { Commission } from './commission'
export { withOpenWeeks } from './carrying'
export { closeWeeksOf, commissionsOf, offersTo, type CommissionList } from './commissioning'
export { wordFailure } from './channels/words'
export { demandOf, FEWEST_COUNTS, type Counted, type SegmentDemand } from './demandOf'
export { limitsAbove, limitsOf, mostOf, type Limit } from './limits'
export { dispatchDue } from './dispatch'
export { holdCheck, readAhead, readCaps, readHolds } from './holding'
export { holdBack, letGo } from './lettingGo'
export { readLent, type Lent } from './lent'
export { clashesOfMove } from './moving'
export { readNames } from './names'
export { above, below, idOf, MIX_DAYS, officeMix, readMixes, rolledUpMix, type OfficeMix } from './officeMix'
export { learnedFrom, type Known, type Learned, type Posted, type Slotted, type Watched } from './learned'
export { intervalOf } from './learning'
export { mediaOf, pack, shortText } from './parcel'
export { planCampaign, type StoredPlan } from './plan'
export { planDeliveries } from './planning'
export { banItem, liftBan, pinDelivery } from './steering'
export { dayWords, forms, wordReason, wordWarnings, type Language, type Names, type Reason } from './reasons'
export {
  completionSignals,
  MOST_COUNTS,
  OLDEST_YEARS,
  signalKindLabels,
  signalKinds,
  signalWeights,
  type SignalKind,
} from './pooling'
export type { Offer } from './lending'
export { readSupply, type Supply } from './supply'
export { commissionKey } from './taken'
export { readDemand, readExplore, readSignals, readWeights } from './signals'
export { topicOfSearch } from './searched'
export { passedOn, resend, settle } from './settling'
export { campaignProgress, deliveryStatus, deliveryStatusLabels } from './status'
export { whatIf, type WhatIf } from './whatIf'
