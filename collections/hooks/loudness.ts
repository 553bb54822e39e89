import type { GlobalAfterChangeHook } from 'payload'
import { loudnessOf } from '../../src/lib/loudness'
import { wake } from '../../src/lib/wake'

/** Another loudness: every film is looked at, and those whose sound differs are made again. */
export const soundChanged: GlobalAfterChangeHook = ({ doc, previousDoc }) => {
  const [now, before] = [loudnessOf(doc.media), loudnessOf(previousDoc?.media)]
  if (now.target !== before.target || now.peak !== before.peak) wake('check-media')
}
