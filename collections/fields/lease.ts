import type { Field } from 'payload'

/**
 * The columns of a claim: who works on a row, until when, how often it was tried, when next.
 * Times are milliseconds since the epoch, so that one plain comparison works on both databases.
 */
export const leaseFields: Field[] = [
  { name: 'leaseOwner', type: 'text', admin: { hidden: true } },
  { name: 'leaseUntil', type: 'number', defaultValue: 0, index: true, admin: { hidden: true } },
  { name: 'attempts', type: 'number', defaultValue: 0, admin: { hidden: true } },
  /** Not before this instant; the due time first, later the next try. */
  { name: 'readyAt', type: 'number', defaultValue: 0, index: true, admin: { hidden: true } },
]
