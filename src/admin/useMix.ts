'use client'
import type { MixAnswer } from '../staff/mix'
import { useAnswer } from './useAnswer'

/** The mix of an office, of one's own when none is named. Null until it is there; a ruler that fails is left out. */
export const useMix = (office = ''): MixAnswer | null =>
  useAnswer<MixAnswer>(office ? `/mix?office=${encodeURIComponent(office)}` : '/mix').answer
